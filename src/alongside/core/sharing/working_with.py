"""Whether the asker works, or worked, with somebody: what most of the rules about whose word it is come down to."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.core.state import Episode, Incident


def is_responsible(asking: Asking, request: Any) -> bool:
    """The person named is in the asker's own care."""
    episode = asking.board.episodes.find(request.episode)
    return episode is None or episode.responsible is None or episode.responsible.id == asking.by.seat


def works_with_person(asking: Asking, request: Any) -> bool:
    """In the asker's care, or of an incident the asker's crew is or was on: what came of it is often written afterwards."""
    episode = asking.board.episodes.find(request.episode)
    return episode is None or is_responsible(asking, request) or was_sent(asking, asking.board.incidents.find(episode.incident))


def works_incident(asking: Asking, request: Any) -> bool:
    """The asker's crew is or was on it."""
    return was_sent(asking, asking.board.incidents.find(request.incident))


def was_sent(asking: Asking, incident: Incident | None) -> bool:
    """Whether the asker's own unit is or was on it."""
    return incident is None or any(asking.assignment(id).unit == asking.by.seat for id in incident.assignments)


def is_bound_here(asking: Asking, request: Any) -> bool:
    """Somebody the request speaks of is at the asker's facility or has a place reserved there."""
    episode = asking.board.episodes.find(getattr(request, "episode", ""))
    incident = asking.board.incidents.find(getattr(request, "incident", ""))
    people = [episode] if episode else [asking.episode(id) for id in incident.episodes] if incident else []
    return not people or any(_is_bound(asking, one) for one in people)


def _is_bound(asking: Asking, episode: Episode) -> bool:
    reservation = asking.board.reservations.find(episode.reservation)
    here = Party(PartyKind.FACILITY, asking.by.seat)
    return episode.responsible == here or (reservation is not None and reservation.facility == here.id)
