"""Searches and restraints, each with its times; and what does not agree with “voluntary”.

Any restraint is a medical sign (practice.md: red flags): EMS looks at the person before they are driven away.
"""

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import TRANSPORTED, Disposition
from alongside.core.fact import Fact, area_stream
from alongside.core.intake.facts import RedFlagReported
from alongside.core.intake.level import require_ems
from alongside.core.refused import Refused
from alongside.core.state import Episode
from alongside.core.transport import facts as f
from alongside.core.transport import requests as r
from alongside.core.transport.kept import Restraint
from alongside.core.transport.means import POSITIONS, RESTRAINTS, SEARCHES

SIGN = "restraint_used"


def record_search(asking: Asking, request: r.RecordSearch) -> tuple[Fact, ...]:
    """What was told last stands."""
    episode = asking.open_episode(request.episode)
    if request.done not in SEARCHES:
        raise Refused("search_unknown", done=request.done)
    stream = area_stream(asking.incident(episode.incident).area)
    return (f.SearchRecorded(stream, asking.at, episode.id, episode.incident, request.done),)


def start_restraint(asking: Asking, request: r.StartRestraint) -> tuple[Fact, ...]:
    """From now; with it the medical sign, where it is not known yet."""
    episode = asking.open_episode(request.episode)
    if request.form not in RESTRAINTS or request.position not in POSITIONS:
        raise Refused("restraint_unclear", form=request.form, position=request.position)
    if request.restraint in asking.board.restraints:
        raise Refused("restraint_exists", restraint=request.restraint)
    incident = asking.incident(episode.incident)
    stream = area_stream(incident.area)
    started = f.RestraintStarted(stream, asking.at, request.restraint, episode.id, incident.id, request.form, request.position)
    latest = {flag: state for flag, state, _ in incident.medical}
    if latest.get(SIGN) == "yes":
        return (started,)
    sign = RedFlagReported(stream, asking.at, incident.id, SIGN, "yes", "on_scene")
    return (started, sign, *require_ems(asking, incident, SIGN, "yes"))


def move_restraint(asking: Asking, request: r.MoveRestraint) -> tuple[Fact, ...]:
    """Another position of the same restraint."""
    one = _open(asking, request.restraint)
    if request.position not in POSITIONS:
        raise Refused("restraint_unclear", form=one.form, position=request.position)
    stream = area_stream(asking.incident(one.incident).area)
    return (f.RestraintMoved(stream, asking.at, one.id, one.episode, one.incident, request.position),)


def end_restraint(asking: Asking, request: r.EndRestraint) -> tuple[Fact, ...]:
    """Until now."""
    one = _open(asking, request.restraint)
    stream = area_stream(asking.incident(one.incident).area)
    return (f.RestraintEnded(stream, asking.at, one.id, one.episode, one.incident),)


def _open(asking: Asking, id: str) -> Restraint:
    one = asking.board.restraints.find(id)
    if one is None or one.until_at is not None:
        raise Refused("restraint_over", restraint=id)
    return one


def list_discrepancies(board: Board, episode: Episode) -> tuple[str, ...]:
    """What does not agree: “voluntary” in a restraint, a hold mentioned before somebody agreed, face down, a restraint nobody ended."""
    found = [one for id in episode.restraints if (one := board.restraints.find(id))]
    still = [one for one in found if one.until_at is None]
    said = (
        ("voluntary_restrained", _is_voluntary(board, episode) and any(_counts(board, episode, one) for one in found)),
        ("voluntary_after_hold_mentioned", _is_voluntary(board, episode) and "hold_mentioned" in episode.handed),
        ("face_down", any(one.position == "face_down" for one in still)),
        ("restraint_not_ended", bool(still) and (episode.handed_at is not None or episode.ended is not None)),
    )
    return tuple(code for code, is_so in said if is_so)


def _counts(board: Board, episode: Episode, one: Restraint) -> bool:
    """A restraint that was on while somebody was taken somewhere; before they agreed it says nothing about the ride."""
    rides = (board.rides.find(id) for id in episode.rides)
    first = min((ride.left_at for ride in rides if ride and ride.left_at is not None), default=None)
    return one.until_at is None or (first is not None and one.until_at > first)


def _is_voluntary(board: Board, episode: Episode) -> bool:
    """As the crew said: by the disposition, by the place that was asked, or by the ride."""
    if episode.disposition in TRANSPORTED:
        return episode.disposition is not Disposition.TRANSPORTED_HOLD
    reservation = board.reservations.find(episode.reservation)
    rides = [ride for id in episode.rides if (ride := board.rides.find(id)) and ride.legal]
    legal = rides[-1].legal if rides else reservation.legal if reservation else ""
    return legal == "voluntary"
