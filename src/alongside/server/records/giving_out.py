"""A file on its way out: decided, opened to its last part, noted, and only then handed over."""

from typing import NamedTuple

from alongside.core.party import Actor, Reference
from alongside.core.sharing.rules import SharingRules
from alongside.ledger.ledger import Ledger
from alongside.ledger.parted import fetch_parts
from alongside.ledger.sealed import list_sealed
from alongside.server.records.audit import Read
from alongside.server.records.deciding import NO_CLASS, decide_all
from alongside.server.records.filing import Filed
from alongside.server.records.noting import Notes
from alongside.server.records.open import SHOWN, open_file, open_one
from alongside.server.records.seal import Keyring

__all__ = ["Filed", "Wanted", "give_out"]


class Wanted(NamedTuple):
    """Who asks for which file, and what for."""

    actor: Actor
    reference: Reference
    purpose: str


def give_out(ledger: Ledger, keys: Keyring, notes: Notes, rules: SharingRules, wanted: Wanted) -> Filed | None:
    """The file, by the rule for its field, noted before this returns; None where it is withheld, erased, missing or altered.

    Raises :class:`LedgerUnavailable` where the reading cannot be noted.
    """
    actor, reference, purpose = wanted
    now, id = ledger.clock(), reference.vault_id
    with ledger.read.engine() as engine:
        sealed, parts = next(iter(list_sealed(engine, [id])), None), fetch_parts(engine, id)
    with ledger.board() as board:
        answers = decide_all(rules, board, actor, [sealed] if sealed else [], purpose, now)
    opened, filed = open_file(keys, open_one(keys, reference, sealed, answers.get(id, NO_CLASS)), sealed, parts)
    read = Read(now, actor, purpose, opened.owner_kind, opened.owner_id, reference.field, id, opened.noted)
    return filed if notes.write([read], [opened])[0].outcome == SHOWN else None
