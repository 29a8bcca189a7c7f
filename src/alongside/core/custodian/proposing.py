"""What the rules propose for one piece of words, and what stands once a person has chosen. Left out unless the kind shows it."""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.consent.kinds import PART2
from alongside.core.custodian.rules import CustodianRules
from alongside.core.custodian.state import Release

NEVER = frozenset({"psychotherapy_notes"})  # only their author can, on paper, with an authorization of their own


class Piece(NamedTuple):
    """Shown or left out, under which exemption, and whether a person chose so."""

    shown: bool
    exemption: str
    chosen: bool = False


def propose(
    rules: CustodianRules, release: Release, field: str, data_class: str, marks: frozenset[str], agreed: bool = False
) -> Piece:  # fmt: skip
    """By the kind of request alone. Part 2 data only with an order that covers it or the person's yes; a field nobody classed, never."""
    kind = rules.kinds.get(release.asked)
    covered = agreed or all(mark in release.covers for mark in marks | {data_class} if mark == "part2")
    if kind is None or data_class in NEVER or not covered or field not in kind.shows:
        exempt = "part2" if not covered else data_class
        return Piece(False, rules.exemptions.get(exempt, "not_released"))
    return Piece(True, "")


def stands(
    rules: CustodianRules, release: Release, piece: str, field: str, data_class: str, marks: frozenset[str], agreed: bool = False
) -> Piece:  # fmt: skip
    """The person's choice where there is one and the law leaves it to a person, else the proposal."""
    proposed = propose(rules, release, field, data_class, marks, agreed)
    if piece not in release.chosen or not may_choose(release, data_class, marks, agreed):
        return proposed
    shown, exemption, _, _ = release.chosen[piece]
    return Piece(shown, exemption, True)


def may_choose(release: Release, data_class: str, marks: frozenset[str], agreed: bool = False) -> bool:
    """Nobody chooses to show psychotherapy notes, or Part 2 data without an order that covers it or the person's yes to that proceeding."""
    is_part2 = data_class == "part2" or "part2" in marks
    return data_class not in NEVER and (not is_part2 or agreed or "part2" in release.covers)


def marks_of(board: Board, piece: str) -> frozenset[str]:
    """An item's own. What is written or shown of a consent for Part 2 records says that there are some: it goes where they may go."""
    if item := board.items.find(piece):
        return item.marks
    consent = board.consents.find(board.consent_words.get(piece, ""))
    return frozenset({"part2"}) if consent and consent.kind in PART2 else frozenset()
