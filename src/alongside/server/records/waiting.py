"""Files that were chosen on a form and wait, sealed, for the request that keeps them. What nobody sends for is swept after a day."""

from threading import Lock
from typing import NamedTuple
from uuid import uuid4

from alongside.ledger.crypto import InvalidTag, cipher_of, close, open_closed
from alongside.ledger.engine import Engine, Values, transaction
from alongside.server.records.filing import Filed, file_away, read_manifest

KEPT_MS = 24 * 3_600_000
MOST_OF_ONE = 12  # of one member of staff at a time; the oldest make room
TABLES = (
    """CREATE TABLE IF NOT EXISTS waiting_file (
        id TEXT PRIMARY KEY NOT NULL, staff TEXT NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, field TEXT NOT NULL,
        saved_at {integer} NOT NULL, manifest {bytes} NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS waiting_part (
        id TEXT NOT NULL, part {integer} NOT NULL, ciphertext {bytes} NOT NULL, PRIMARY KEY (id, part)){end}""",
)
ADD = "INSERT INTO waiting_file (id, staff, owner_kind, owner_id, field, saved_at, manifest) VALUES (?, ?, ?, ?, ?, ?, ?)"
ADD_PART = "INSERT INTO waiting_part (id, part, ciphertext) VALUES (?, ?, ?)"
FIND = "SELECT owner_kind, owner_id, manifest FROM waiting_file WHERE id = ? AND field = ?"
Owner = tuple[str, str]  # kind and id


class Chosen(NamedTuple):
    """A waiting file: its manifest as words for the vault, and its sealed parts."""

    manifest: str
    parts: tuple[bytes, ...]


class Waiting:
    """The manifests are sealed under a key of their own, derived from the key file, bound to owner and field."""

    def __init__(self, engine: Engine, key: bytes) -> None:
        self._engine, self._cipher, self._lock = engine, cipher_of(key), Lock()

    def keep(self, filed: Filed, owner: Owner, field: str, staff: str, now: int) -> str:
        """Seal it and have it wait; the id it is sent for by. ``now`` is ms UTC."""
        self.sweep(now)
        manifest, parts = file_away(filed)
        id = uuid4().hex
        row = (id, staff, *owner, field, now, close(self._cipher, manifest.encode(), _bound_to(id, owner, field)))
        with self._lock:
            mine = self._engine.fetch("SELECT id FROM waiting_file WHERE staff = ? ORDER BY saved_at DESC, id", (staff,))
            self._throw_away([id for (id,) in mine[MOST_OF_ONE - 1 :]])
            self._write((ADD, row))
            for number, part in enumerate(parts):  # each in a commit of its own: who notes a reading meanwhile does not wait for all
                self._write((ADD_PART, (id, number, part)))
        return id

    def find(self, id: str, owner: Owner, field: str) -> Chosen | None:
        """What waits under this id, for this owner and field; it goes on waiting, so that a request that is sent again finds it."""
        with self._lock:
            rows = self._engine.fetch(FIND, (id, field))
            parts = self._engine.fetch("SELECT ciphertext FROM waiting_part WHERE id = ? ORDER BY part", (id,))
        if not rows or tuple(rows[0][:2]) != owner:
            return None
        try:
            manifest = open_closed(self._cipher, bytes(rows[0][2]), _bound_to(id, owner, field)).decode()
        except InvalidTag:
            return None
        whole = len(parts) == read_manifest(manifest).parts  # an upload that was cut short is as if it had not been
        return Chosen(manifest, tuple(bytes(part) for (part,) in parts)) if whole else None

    def sweep(self, now: int) -> None:
        """Throw away what is older than a day: done at every start and whenever another file is chosen."""
        with self._lock:
            self._throw_away([id for (id,) in self._engine.fetch("SELECT id FROM waiting_file WHERE saved_at <= ?", (now - KEPT_MS,))])

    def throw_away_of(self, owner: str) -> None:
        """Whatever waits for an incident or person that is erased."""
        with self._lock:
            self._throw_away([id for (id,) in self._engine.fetch("SELECT id FROM waiting_file WHERE owner_id = ?", (owner,))])

    def _throw_away(self, ids: list[str]) -> None:
        for id in ids:
            self._write(("DELETE FROM waiting_part WHERE id = ?", (id,)), ("DELETE FROM waiting_file WHERE id = ?", (id,)))

    def _write(self, *statements: tuple[str, Values]) -> None:
        with transaction(self._engine):
            for sql, values in statements:
                self._engine.execute(sql, values)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._engine.close()


def _bound_to(id: str, owner: Owner, field: str) -> bytes:
    return f"waiting_file:{id}:{field}:{owner[0]}:{owner[1]}".encode()
