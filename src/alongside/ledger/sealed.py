"""Protected words as the ledger keeps them: ciphertext for ever, keys until their owner is erased. Opening them is the vault's work."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.core.party import Reference
from alongside.ledger.engine import Engine


class Sealed(NamedTuple):
    """One ciphertext with its wrapped key; no key where the owner was erased."""

    id: str
    owner_kind: str
    owner_id: str
    field: str
    key_id: str
    ciphertext: bytes
    digest: str
    wrapped_key: bytes | None


class Marked(NamedTuple):
    """Where a call-back or CAD number was said before."""

    owner_kind: str
    owner_id: str
    field: str
    enclosure_id: str


_LIST = (
    "SELECT e.id, e.owner_kind, e.owner_id, e.field, e.key_id, e.ciphertext, e.digest, k.wrapped "
    "FROM enclosure e LEFT JOIN data_key k ON k.id = e.key_id WHERE e.id IN ({marks})"
)


def list_sealed(engine: Engine, ids: Sequence[str]) -> list[Sealed]:
    """The ciphertexts of these ids that exist, in no order."""
    if not ids:
        return []
    rows = engine.fetch(_LIST.format(marks=", ".join("?" * len(ids))), ids)
    return [Sealed._make(row) for row in rows]


class Owned(NamedTuple):
    """One piece of an owner's words, and when it was written (ms UTC)."""

    reference: Reference
    at: int


def list_owned(engine: Engine, owner_kind: str, owner_id: str) -> list[Owned]:
    """Everything sealed under an owner's key, in no order; erased ones too, which nobody can read."""
    sql = (
        "SELECT e.field, e.id, e.digest, r.recorded_at FROM enclosure e JOIN request r ON r.id = e.request_id "
        "WHERE e.owner_kind = ? AND e.owner_id = ?"
    )
    return [Owned(Reference(*row[:3]), row[3]) for row in engine.fetch(sql, (owner_kind, owner_id))]


def find_key(engine: Engine, owner_kind: str, owner_id: str) -> tuple[str, bytes] | None:
    """An owner's newest key as (id, wrapped), or None where it has none yet or none any more."""
    sql = "SELECT id, wrapped FROM data_key WHERE owner_kind = ? AND owner_id = ? ORDER BY id DESC LIMIT 1"
    rows = engine.fetch(sql, (owner_kind, owner_id))
    return (rows[0][0], bytes(rows[0][1])) if rows else None


def find_any_key(engine: Engine) -> tuple[str, str, str, bytes] | None:
    """Some key as (id, owner_kind, owner_id, wrapped), to try the key file on."""
    rows = engine.fetch("SELECT id, owner_kind, owner_id, wrapped FROM data_key LIMIT 1")
    return (*rows[0][:3], bytes(rows[0][3])) if rows else None


class Erasure(NamedTuple):
    """Whose words were destroyed, when (ms UTC) and by whom."""

    owner_kind: str
    owner_id: str
    erased_at: int
    by: str


def list_erasures(engine: Engine) -> list[Erasure]:
    """All of them, the oldest first."""
    rows = engine.fetch('SELECT owner_kind, owner_id, erased_at, "by" FROM erasure ORDER BY erased_at, owner_kind, owner_id')
    return [Erasure._make(row) for row in rows]


def is_erased(engine: Engine, owner_kind: str, owner_id: str) -> bool:
    """Whether this owner's words were destroyed for ever."""
    return bool(engine.fetch("SELECT 1 FROM erasure WHERE owner_kind = ? AND owner_id = ?", (owner_kind, owner_id)))


def list_marked(engine: Engine, mark: bytes) -> list[Marked]:
    """Everywhere the same number was said."""
    rows = engine.fetch("SELECT owner_kind, owner_id, field, enclosure_id FROM blind_mark WHERE mark = ?", (mark,))
    return [Marked._make(row) for row in rows]


def erase(engine: Engine, owner_kind: str, owner_id: str, by: str, now: int) -> None:
    """Destroy an owner's keys, blind marks and tokens, inside the open transaction; the ciphertexts stay and can never be read again."""
    if is_erased(engine, owner_kind, owner_id):
        return
    for table in ("data_key", "blind_mark", "finding_token"):
        engine.execute(f"DELETE FROM {table} WHERE owner_kind = ? AND owner_id = ?", (owner_kind, owner_id))
    engine.execute('INSERT INTO erasure (owner_kind, owner_id, erased_at, "by") VALUES (?, ?, ?, ?)', (owner_kind, owner_id, now, by))
