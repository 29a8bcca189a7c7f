"""Which incident a request speaks of, and when what it tells can have happened."""

from alongside.core.board import Board
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.state import Incident

BEHIND_MS = 300_000  # how far the clock of a device may be behind


def find_incident(board: Board, request: Request) -> Incident | None:
    """The incident named, or that of the assignment, person, reservation or follow-up named."""
    episode = getattr(request, "episode", "")
    for name, shelf in (("reservation", board.reservations), ("follow_up", board.follow_ups)):
        found = shelf.find(getattr(request, name, ""))
        episode = found.episode if found is not None else episode
    speaks_of = board.assignments.find(getattr(request, "assignment", "")) or board.episodes.find(episode)
    return board.incidents.find(getattr(request, "incident", "") or (speaks_of.incident if speaks_of else ""))


def happened_at(board: Board, request: Request, now: int) -> int:
    """When it happened (ms UTC), not before the need was known of; raises ``Refused`` where the device says so by far."""
    if request.happened_at is None:
        return now
    incident, at = find_incident(board, request), request.at(now)
    if incident is None:
        return at
    if at < incident.first_ring_at - BEHIND_MS:
        raise Refused("happened_before", number=incident.number)
    return max(at, min(incident.taken_at, now))
