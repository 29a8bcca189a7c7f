"""Which words a request for records reaches on the board, and what stands for each."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.consent.holding import Asked, asked_as
from alongside.core.custodian.about import Owner, list_incidents, owners_of
from alongside.core.custodian.agreed import consent_in_proceeding
from alongside.core.custodian.proposing import Piece, marks_of, may_choose, stands
from alongside.core.custodian.state import Release
from alongside.core.party import Reference
from alongside.core.rules import Rules
from alongside.server.custodian.disagreeing import beside_entries, entry_of
from alongside.server.site.kept import Owned

# The custodian's own words and papers are no records of the person.
OURS = frozenset({"records_asked_by", "records_asked_for", "records_scan", "preserved_because"})


class Reached(NamedTuple):
    """One piece: where it is kept, its class and marks, what stands for it, and whether a person may choose."""

    reference: Reference
    at: int
    data_class: str
    marks: frozenset[str]
    piece: Piece
    may_choose: bool


def reached_owners(board: Board, release: Release) -> list[Owner]:
    """Under whose keys the words lie: of whom it is about, and of their incidents."""
    incidents = {("incident", one) for one in list_incidents(board, release.about_kind, release.about)}
    return sorted({*owners_of(board, release.about_kind, release.about), *incidents})


def reach_all(board: Board, rules: Rules, release: Release, owned: Sequence[Owned], now: int) -> list[Reached]:
    """Those of these words the request reaches, in order, with what stands for each."""
    in_order = beside_entries(board, sorted(owned, key=lambda one: (one.at, one.reference.vault_id)))
    signed = {id: Piece(shown, exemption) for id, shown, exemption in release.pieces}
    reached = [_reach(rules, board, release, one.reference, one.at, now) for one in in_order]
    if not signed:
        return riding(board, [one for one in reached if not _is_mistaken(board, one)])
    return [one._replace(piece=signed[one.reference.vault_id]) for one in reached if one.reference.vault_id in signed]


def _reach(rules: Rules, board: Board, release: Release, reference: Reference, at: int, now: int) -> Reached:
    data_class, marks = rules.writing.classes.get(reference.field, ""), marks_of(board, reference.vault_id)
    agreed = _is_agreed(board, release, reference, data_class, now)
    piece = stands(rules.custodian, release, reference.vault_id, reference.field, data_class, marks, agreed)
    return Reached(reference, at, data_class, marks, piece, may_choose(release, data_class, marks, agreed))


def riding(board: Board, reached: list[Reached]) -> list[Reached]:
    """A statement of disagreement goes exactly where its entry goes; nobody chooses (45 CFR 164.526(d)(5))."""
    stands_for = {one.reference.vault_id: one.piece for one in reached}
    entries = entry_of(board)
    found = ((one, stands_for.get(entries.get(one.reference.vault_id, ""))) for one in reached)
    return [one._replace(piece=piece, may_choose=False) if piece else one for one, piece in found]


def _is_agreed(board: Board, release: Release, reference: Reference, data_class: str, now: int) -> bool:
    """Whether the person signed for this proceeding, and it holds now."""
    item = board.items.find(reference.vault_id)
    if item is None:
        return False
    asked = Asked(reference.field, asked_as(data_class, item.marks), item.agency)
    return consent_in_proceeding(board, [release], item.person, asked, now).state == "given"


def _is_mistaken(board: Board, one: Reached) -> bool:
    """What was written about somebody else is nobody's record here."""
    item = board.items.find(one.reference.vault_id)
    return item is not None and item.state == "mistaken"
