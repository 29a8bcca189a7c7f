"""Destroying an owner's words for ever: keys, marks and tokens, drafts, attachments, and what a restored backup would bring back."""

from pathlib import Path

from alongside.ledger.engine import Where
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import Erasure, erase
from alongside.ledger.wiping import wipe
from alongside.server.records.drafts import Drafts
from alongside.server.records.erasures import ErasureList, bring_together, note
from alongside.server.records.waiting import Waiting


class Eraser:
    """Opened with the vault: whoever its list names is erased again at once."""

    def __init__(self, ledger: Ledger, where: Where, drafts: Drafts, waiting: Waiting, key_file: Path, list_key: bytes) -> None:
        self._ledger, self._where, self.drafts, self.waiting = ledger, where, drafts, waiting
        self._listed = ErasureList(key_file, list_key)
        if again := bring_together(ledger, self._listed):
            for one in again:
                self._throw_away_of(one.owner_id)
            wipe(where)

    def erase(self, owner_kind: str, owner_id: str, by: str, now: int) -> None:
        """The database first, then the list beside the key file, then what is left in corners. Erasing twice is once."""
        self._ledger.work_apart(lambda engine: erase(engine, owner_kind, owner_id, by, now))
        note(self._listed, [Erasure(owner_kind, owner_id, now, by)])
        self._throw_away_of(owner_id)
        wipe(self._where)

    def _throw_away_of(self, owner_id: str) -> None:
        self.drafts.throw_away_of(owner_id)
        self.waiting.throw_away_of(owner_id)
