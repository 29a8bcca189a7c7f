"""The follow-up desk takes promises on, and with them the person, out of nobody's hands."""

from alongside.core.asking import Asking
from alongside.core.codes import Basis, FollowUpStatus, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.follow_up import facts as f
from alongside.core.follow_up import requests as r
from alongside.core.party import Party
from alongside.core.promise.decide import must_stand, take
from alongside.core.refused import Refused
from alongside.core.state import Episode


def take_follow_up(asking: Asking, request: r.TakeFollowUp) -> tuple[Fact, ...]:
    """The desk takes the promises and, unless a facility has the person, responsibility."""
    episode = asking.open_episode(request.episode)
    desk = Party(PartyKind.POSITION, request.position)
    must_stand(asking, desk)
    _must_not_be_with_crew(asking, episode)
    due = [one for id in episode.follow_ups if (one := asking.follow_up(id)).status is FollowUpStatus.DUE]
    if not due:
        raise Refused("follow_up_not_due", episode=episode.id)
    stream = episode_stream(episode.id)
    taken = (f.FollowUpTaken(stream, asking.at, one.id, episode.id, episode.incident, desk) for one in due)
    at_facility = episode.responsible is not None and episode.responsible.kind is PartyKind.FACILITY
    return (*taken, *(() if at_facility else take(asking, episode, desk, Basis.FOLLOW_UP_TAKEN)))


def _must_not_be_with_crew(asking: Asking, episode: Episode) -> None:
    """A crew that still works the incident has the person beside it or aboard: care is not taken from its hands over its head."""
    if episode.responsible is None or episode.responsible.kind is not PartyKind.CREW:
        return
    unit = asking.unit(episode.responsible.id)
    if any(asking.assignment(id).incident == episode.incident for id in unit.assignments):
        raise Refused("crew_still_there", unit=unit.call_sign)
