"""Every piece of words a request for records reaches, in the order in which they were written, and what stands for each."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from django.http import Http404

from alongside.core.board import Board
from alongside.core.custodian.about import list_incidents, owners_of
from alongside.core.custodian.proposing import Piece, may_choose, stands
from alongside.core.custodian.state import Release
from alongside.core.party import Reference
from alongside.core.rules import Rules
from alongside.ledger.sealed import list_owned
from alongside.server.site.deployment import Deployment, get_deployment

OURS = frozenset({"records_asked_by", "records_asked_for", "preserved_because"})  # the custodian's own words are no records of the person


class Reached(NamedTuple):
    """One piece: where it is kept, its class and marks, what stands for it, and whether a person may choose."""

    reference: Reference
    at: int
    data_class: str
    marks: frozenset[str]
    piece: Piece
    may_choose: bool


def list_reached(deployment: Deployment, release: Release) -> list[Reached]:
    """All of them while it is open; exactly those that were signed afterwards."""
    with deployment.ledger.board() as board:
        owners = {*owners_of(board, release.about_kind, release.about)}
        owners |= {("incident", one) for one in list_incidents(board, release.about_kind, release.about)}
    with deployment.ledger.read.engine() as engine:
        owned = [one for owner in sorted(owners) for one in list_owned(engine, *owner) if one.reference.field not in OURS]
    owned.sort(key=lambda one: (one.at, one.reference.vault_id))
    with deployment.ledger.board() as board:
        reached = [_reach(deployment.rules, board, release, one.reference, one.at) for one in owned]
    signed = {id: Piece(shown, exemption) for id, shown, exemption in release.pieces}
    if not signed:
        return [one for one in reached if not _is_mistaken(deployment, one)]
    return [one._replace(piece=signed[one.reference.vault_id]) for one in reached if one.reference.vault_id in signed]


def _reach(rules: Rules, board: Board, release: Release, reference: Reference, at: int) -> Reached:
    data_class, item = rules.writing.classes.get(reference.field, ""), board.items.find(reference.vault_id)
    marks = item.marks if item else frozenset[str]()
    piece = stands(rules.custodian, release, reference.vault_id, reference.field, data_class, marks)
    return Reached(reference, at, data_class, marks, piece, may_choose(release, data_class, marks))


def _is_mistaken(deployment: Deployment, one: Reached) -> bool:
    """What was written about somebody else is nobody's record here."""
    with deployment.ledger.board() as board:
        item = board.items.find(one.reference.vault_id)
    return item is not None and item.state == "mistaken"


def find_release(id: str) -> Release:
    """One request. Raises ``Http404``."""
    with get_deployment().ledger.board() as board:
        found = board.releases.find(id)
    if found is None:
        raise Http404(id)
    return found


def as_signed(reached: Sequence[Reached]) -> tuple[tuple[str, bool, str], ...]:
    """What the second person puts a name under."""
    return tuple((one.reference.vault_id, one.piece.shown, one.piece.exemption) for one in reached)


def log_digest(pieces: tuple[tuple[str, bool, str], ...]) -> str:
    """Names one state of the log: a page signs exactly the one it showed."""
    return sha256(repr(pieces).encode()).hexdigest()
