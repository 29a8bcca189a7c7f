"""Who was erased, kept beside the key file and not in the database: a backup of before the erasure, restored, brings nobody back.

A line is ids, a time, the member of staff, and a keyed hash over it and all lines before: no word of anybody. Whoever restores needs the
key file, and finds this beside it; list and database are brought together whenever a vault is opened, in both directions.
"""

import hmac
import json
import logging
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from alongside.ledger.ledger import Ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sealed import Erasure, erase, list_erasures

log = logging.getLogger(__name__)


class ErasureList:
    """The list beside one key file; ``key`` is for its hashes alone."""

    def __init__(self, key_file: Path, key: bytes) -> None:
        self.path, self._key = key_file.with_name(f"{key_file.name}.erased"), key

    def read(self) -> list[Erasure]:
        """Everybody on it. A last line that was cut short is none. Raises :class:`LedgerRefused` where a line was altered or taken out."""
        return [one for one, _ in self._lines()]

    def _lines(self) -> list[tuple[Erasure, str]]:
        found, previous = [], ""
        for line in self._text().splitlines(keepends=True):
            if not line.endswith("\n"):
                break
            told, _, hash = line.rstrip("\n").rpartition(" ")
            if not hmac.compare_digest(hash, self._hash(previous, told)):
                raise LedgerRefused(f"The list of erasures {self.path} was altered: put it back from where you keep the key file.")
            found.append((Erasure(*json.loads(told)), hash))
            previous = hash
        return found

    def _text(self) -> str:
        return self.path.read_text() if self.path.exists() else ""

    def _hash(self, previous: str, told: str) -> str:
        return hmac.new(self._key, f"{previous}\n{told}".encode(), sha256).hexdigest()

    def add(self, erasures: Iterable[Erasure]) -> None:
        """Write those it does not hold, on the disk before this returns. Raises ``OSError``."""
        lines = self._lines()
        held, previous = {one[:2] for one, _ in lines}, lines[-1][1] if lines else ""
        new = ""
        for one in erasures:
            if one[:2] not in held:
                told = json.dumps(one)
                previous = self._hash(previous, told)
                new += f"{told} {previous}\n"
        if new:
            self._append(new)

    def _append(self, text: str) -> None:
        whole = self._text().rpartition("\n")[0]
        with os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600), "r+") as file:
            file.seek(len(f"{whole}\n".encode()) if whole else 0)  # over a line that was cut short
            file.truncate()
            file.write(text)
            file.flush()
            os.fsync(file.fileno())


def bring_together(ledger: Ledger, listed: ErasureList) -> list[Erasure]:
    """Erase again whoever the list names and the database still knows; put on the list whoever it lacks. Who was erased again."""
    with ledger.read.engine() as engine:
        erased = list_erasures(engine)
    known = {one[:2] for one in erased}
    again = [one for one in listed.read() if one[:2] not in known]
    for one in again:
        _erase_again(ledger, one)
    note(listed, erased)
    return again


def _erase_again(ledger: Ledger, one: Erasure) -> None:
    ledger.work_apart(lambda engine: erase(engine, one.owner_kind, one.owner_id, one.by, one.erased_at))


def note(listed: ErasureList, erased: Iterable[Erasure]) -> None:
    """Put them on the list. Where it cannot be written the erasure stands; it is tried again whenever the vault is opened."""
    try:
        listed.add(erased)
    except OSError as broken:
        log.error("the list of erasures %s cannot be written, so a restore would not know of them: %s", listed.path, broken)
