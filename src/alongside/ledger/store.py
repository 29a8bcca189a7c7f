"""Every statement that reads or adds rows of the ledger."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.ledger.enclosure import Enclosure
from alongside.ledger.engine import Engine
from alongside.ledger.parted import PART, TABLE
from alongside.ledger.row import COLUMNS, Head, Row


def insert(table: str, columns: Sequence[str]) -> str:
    """An insert statement for these columns."""
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"


_LISTED = ", ".join(f'"{column}"' for column in COLUMNS)
ADD_FACT = insert("fact", COLUMNS)
REQUEST = (
    "id", "kind", "body", "body_hash", "by", "decided_at", "recorded_at", "rules_hash", "code_version",
    "outcome", "code", "parameters", "first_seq", "facts", "seq",
)  # fmt: skip
ADD_REQUEST = insert("request", REQUEST)
FIND_REQUEST = "SELECT body_hash, outcome, code, parameters, first_seq, facts, seq FROM request WHERE id = ?"
ASKED = "SELECT kind, body, decided_at, rules_hash, code, first_seq, facts FROM request ORDER BY seq, CASE WHEN facts > 0 THEN 0 ELSE 1 END"
FACTS_OF = "SELECT kind, kind_version, body FROM fact WHERE seq >= ? AND seq < ? ORDER BY seq"
ADD_ENCLOSURE = insert("enclosure", ("id", "owner_kind", "owner_id", "field", "key_id", "request_id", "ciphertext", "digest"))
ADD_KEY = (  # an erased owner gets no key again, also from a node that still had it in memory
    "INSERT INTO data_key (id, owner_kind, owner_id, wrapped) SELECT ?, ?, ?, ? "
    "WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE owner_kind = ? AND owner_id = ?) ON CONFLICT (id) DO NOTHING"
)
ADD_PART = insert(TABLE, PART)
TOKEN = ("enclosure_id", "token", "owner_kind", "owner_id")
ADD_TOKEN = insert("finding_token", TOKEN)
ADD_MARK = insert("blind_mark", ("enclosure_id", "owner_kind", "owner_id", "field", "mark"))
CHUNK = 5_000


def get_head(engine: Engine) -> Head:
    """The last row's place, or the head of an empty ledger."""
    rows = engine.fetch("SELECT seq, hash, recorded_at FROM fact ORDER BY seq DESC LIMIT 1")
    return Head(rows[0][0], bytes(rows[0][1]), rows[0][2]) if rows else Head()


def has_row(engine: Engine, head: Head) -> bool:
    """Whether the row of this head is there as it was; an empty ledger has none to miss."""
    rows = engine.fetch("SELECT hash FROM fact WHERE seq = ?", (head.seq,))
    return not head.seq or [bytes(hash) for (hash,) in rows] == [head.hash]


def stream_rows(engine: Engine, after: int = 0) -> Iterator[Row]:
    """All rows after a seq, in order, read as they are asked for."""
    for values in engine.stream(f"SELECT {_LISTED} FROM fact WHERE seq > ? ORDER BY seq", (after,)):
        yield make_row(values)


def list_rows(engine: Engine, after: int, limit: int = CHUNK) -> list[Row]:
    """At most ``limit`` rows after a seq, in order."""
    return [make_row(values) for values in engine.fetch(f"SELECT {_LISTED} FROM fact WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit))]


def list_rows_of_incident(engine: Engine, incident: str) -> list[Row]:
    """An incident's facts and those of its people, assignments and follow-ups, in order, found by index."""
    listed = ", ".join(f'fact."{column}"' for column in COLUMNS)
    sql = f"SELECT {listed} FROM timeline JOIN fact ON fact.seq = timeline.seq WHERE timeline.incident = ? ORDER BY fact.seq"
    return [make_row(values) for values in engine.fetch(sql, (incident,))]


def list_rows_of_stream(engine: Engine, stream: str) -> list[Row]:
    """A stream's facts, in order, found by index."""
    return [make_row(values) for values in engine.fetch(f"SELECT {_LISTED} FROM fact WHERE stream = ? ORDER BY version", (stream,))]


def make_row(values: Sequence[Any]) -> Row:
    """A row as read: PostgreSQL and SQLite alike give bytes for hashes."""
    return Row._make(values)


def list_known(engine: Engine, ids: Sequence[str]) -> set[str]:
    """Which of these ids (at least one) were asked before."""
    size = next(size for size in (1, 4, 16, 64, 256, 1_024, 4_096, len(ids)) if size >= len(ids))  # few sizes, each compiled once
    padded = [*ids, *[ids[-1]] * (size - len(ids))]
    return {id for (id,) in engine.fetch(f"SELECT id FROM request WHERE id IN ({', '.join('?' * size)})", padded)}


def add_enclosures(engine: Engine, sealed: Sequence[tuple[str, Enclosure]]) -> None:
    """Write ciphertexts with their wrapped keys and what they are found by, each under its request's id."""
    keys = {e.key_id: (e.key_id, e.owner_kind, e.owner_id, e.wrapped_key, e.owner_kind, e.owner_id) for _, e in sealed}
    for key in keys.values():
        engine.execute(ADD_KEY, key)
    rows = [(e.id, e.owner_kind, e.owner_id, e.field, e.key_id, id, e.ciphertext, e.digest) for id, e in sealed]
    engine.execute_many(ADD_ENCLOSURE, rows)
    parts = [(e.id, number, part) for _, e in sealed for number, part in enumerate(e.parts)]
    if parts:
        engine.execute_many(ADD_PART, parts)
    marks = [(e.id, e.owner_kind, e.owner_id, e.field, e.blind_mark) for _, e in sealed if e.blind_mark is not None]
    if marks:
        engine.execute_many(ADD_MARK, marks)
    tokens = [(e.id, token, e.owner_kind, e.owner_id) for _, e in sealed for token in e.tokens]
    if tokens:
        engine.execute_many(ADD_TOKEN, tokens)
