"""How a reader stands to a record across links: what ties them to one record ties them to the other, for reading, and for nothing else.

A link never shows more than the same tie to that record alone would: the record's own consents, marks, age and flags decide. Emergency
access and the registry stay with the record they are about, and nobody writes across a link (knowing.py, seats.py ask ``standing_of``).
"""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.ties import Standing, standing_of

STAYS = frozenset({"enrolled_here", "searching"})  # the family asked for this record to be seen
SENT = frozenset({"assigned", "was_sent"})


def standing_across(board: Board, actor: Actor, owner_kind: str, owner_id: str, now: int) -> Standing:
    """As :func:`standing_of`, with the ties to every record that is directly linked. The age is the record's own."""
    own = standing_of(board, actor, owner_kind, owner_id, now)
    person = board.people.find(owner_id)
    others = [standing_of(board, actor, "person", id) for id in person.linked] if person else []
    if not others:
        return own
    ties = own.ties.union(*(one.ties - STAYS for one in others))
    ends = [one.closed_at for one in (own, *others) if one.ties & SENT]
    closed_at = None if None in ends else max((at for at in ends if at is not None), default=None)
    return Standing(ties, closed_at, own.age)
