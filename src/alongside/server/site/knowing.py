"""What somebody may know of the board: the whole of it at a desk, else what concerns the seat they really sit in now."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.knowing import seats_of_incident
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.ties import seat_now
from alongside.server.site.feed.audience import BOARD, OVERSEEN, WHOLE


def audience_of(board: Board, actor: Actor) -> str:
    """The whole board for desks; what concerns their seat for those who work on needs; nothing for everybody else."""
    if may_see(actor, "console"):
        return OVERSEEN if actor.role == "supervisor" else BOARD
    seat = seat_now(board, actor) if may_see(actor, "incident") else ""
    return seat or f"nobody:{actor.staff}"


def concerns(board: Board, incident: str, seat: str) -> bool:
    """Whether a seat has to do with an incident now."""
    found = board.incidents.find(incident)
    return found is not None and bool(seat) and seat in seats_of_incident(board, found)


def may_open_record(rules: SharingRules, board: Board, actor: Actor, person: str, now: int) -> bool:
    """Whether something ties this reader to the person now; a privacy officer answers for all records, and reads none of their words."""
    if board.people.find(person) is None or not may_see(actor, "person"):
        return False
    return actor.role == "privacy_officer" or bool(ties_to_record(rules, board, actor, person, now))


def ties_to_record(rules: SharingRules, board: Board, actor: Actor, person: str, now: int) -> frozenset[str]:
    """What ties this reader to the person of a record, as the rules of sharing are asked with."""
    return Circumstances(rules, board, actor, "operations", now).case_of("person", person, "match").ties


def may_know(board: Board, actor: Actor, incident: str) -> bool:
    """Whether this incident is this person's business: any for a desk, for others one that concerns their seat now."""
    seat = audience_of(board, actor)
    return seat in WHOLE or concerns(board, incident, seat)
