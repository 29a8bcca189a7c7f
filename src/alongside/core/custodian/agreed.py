"""A person's own consent to Part 2 records in a proceeding (42 CFR 2.31(d)): beside the order of a court, the only way they get there."""

from collections.abc import Iterable

from alongside.core.board import Board
from alongside.core.consent.holding import NOT_ASKED, Asked, Held, consent_of
from alongside.core.custodian.state import Release
from alongside.core.party import Actor

PROCEEDINGS = frozenset(
    {"subpoena", "court_order"}
)  # requests of a court or a party before it; never law enforcement's own, never the public's
CUSTODIAN = Actor("", "privacy_officer", "")


def consent_in_proceeding(board: Board, asked_for: Iterable[Release], person: str, asked: Asked, now: int) -> Held:
    """What the person agreed to for the proceeding these records were asked for in. It speaks of Part 2 records alone."""
    if asked.asked_as != "part2" or not any(one.asked in PROCEEDINGS for one in asked_for):
        return NOT_ASKED
    return consent_of(board, person, CUSTODIAN, "proceeding", asked, now)
