"""Words on their way out: decided, opened, noted, and only then handed over."""

from collections.abc import Sequence

from alongside.core.party import Actor, Reference
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Withheld
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import list_sealed
from alongside.server.records.audit import Read
from alongside.server.records.deciding import NO_CLASS, decide_all
from alongside.server.records.giving_out import Filed, Wanted, give_out
from alongside.server.records.noting import Notes
from alongside.server.records.open import SHOWN, Opened, Words, open_one
from alongside.server.records.seal import Keyring


class Reader:
    """The vault's way out."""

    def __init__(self, ledger: Ledger, keys: Keyring, notes: Notes, rules: SharingRules) -> None:
        self._ledger, self._keys, self.notes, self._rules = ledger, keys, notes, rules

    def read(self, actor: Actor, references: Sequence[Reference], purpose: str) -> Words:
        """The words this actor may read, by vault id, and why not the others. Every reference asked for is noted before this returns.

        What is erased, missing or altered is in neither. Raises :class:`LedgerUnavailable` where the audit cannot be written and nothing
        of it is call data, a flag or the live safety slice, which are shown against a spool on this machine's disk.
        """
        now = self._ledger.clock()
        opened = self._open(actor, references, purpose, now)
        reads = [
            Read(now, actor, purpose, one.owner_kind, one.owner_id, reference.field, reference.vault_id, one.noted)
            for reference, one in zip(references, opened, strict=True)
        ]
        found = list(zip((reference.vault_id for reference in references), self.notes.write(reads, opened), strict=True))
        shown = {id: one.text for id, one in found if one.outcome == SHOWN}
        withheld = {id: one.answer for id, one in found if isinstance(one.answer, Withheld)}
        return Words(shown, withheld, [one.answer for _, one in found if one.outcome == SHOWN])

    def give_out(self, actor: Actor, reference: Reference, purpose: str) -> Filed | None:
        """One file; see :mod:`giving_out`."""
        return give_out(self._ledger, self._keys, self.notes, self._rules, Wanted(actor, reference, purpose))

    def _open(self, actor: Actor, references: Sequence[Reference], purpose: str, now: int) -> list[Opened]:
        with self._ledger.read.engine() as engine:
            found = {sealed.id: sealed for sealed in list_sealed(engine, [reference.vault_id for reference in references])}
        with self._ledger.board() as board:
            answers = decide_all(self._rules, board, actor, found.values(), purpose, now)
        return [open_one(self._keys, one, found.get(one.vault_id), answers.get(one.vault_id, NO_CLASS)) for one in references]
