"""What became of it, told back to the crews and desks that were there: of one person with their permission, otherwise only in sums."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.codes import FollowUpStatus
from alongside.core.party import Actor
from alongside.core.sharing.ties import seat_now
from alongside.core.state import Episode, Incident
from alongside.server.follow_up.sums import FEWEST, promises_of, sum_up
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row

BACK_MS = 30 * 86_400_000
PERMITS = "outcome_back"


def tell_back(seen: Look) -> Row:
    """{single, sums}: people of the last thirty days who allowed it; sums over everybody, none where they are few."""
    board, since = seen.view.board, seen.asking.now - BACK_MS
    met = list(_met(board, seen.actor, since))
    allowed = [one for one in met if PERMITS in one.consents and not one.adopted_by]
    rows = [_row(seen, one) for one in allowed]
    return {
        "single": sorted(rows, key=lambda row: -row["at"]),
        "sums": sum_up(board, met) if len(met) >= FEWEST else None,
        "fewest": FEWEST,
        "seated": bool(seat_now(board, seen.actor)),
    }


def _met(board: Board, actor: Actor, since: int) -> Iterator[Episode]:
    """Everybody of the incidents this seat answered or was sent to, of whom something has come."""
    seat = seat_now(board, actor)
    for incident in board.incidents if seat else ():
        if incident.taken_at >= since and _was_there(board, incident, seat):
            found = (board.episodes.find(id) for id in incident.episodes)
            yield from (one for one in found if one is not None and one.disposition is not None)


def _was_there(board: Board, incident: Incident, seat: str) -> bool:
    return incident.position == seat or any((sent := board.assignments.find(id)) and sent.unit == seat for id in incident.assignments)


def _row(seen: Look, one: Episode) -> Row:
    promises = promises_of(seen.view.board, one)
    kept = [its for its in promises if its.status is FollowUpStatus.KEPT]
    waits = any(its.status in (FollowUpStatus.DUE, FollowUpStatus.TAKEN) for its in promises)
    state = "reached" if kept else "waits" if waits else "not_reached" if promises else "none"
    return {
        **person_row(seen.view, one),
        "at": one.disposition_at or one.since,
        "came_of_it": word("disposition", one.disposition),
        "state": state,
        "ended": word("end", one.ended) if one.ended else "",
    }
