"""The first row of a ledger, which marks it demo or live, and the row a restore adds. They speak of the ledger, never of the board."""

from typing import Literal, NamedTuple
from uuid import uuid4

from alongside.ledger.body import decode, encode
from alongside.ledger.engine import Engine, transaction
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.row import Row, hash_of
from alongside.ledger.schema import list_tables
from alongside.ledger.store import ADD_FACT, get_head

Genesis = Literal["demo", "live"]
STREAM = "ledger"
OPENED, RESTORED = "LedgerOpened", "LedgerRestored"


class Identity(NamedTuple):
    """What the rows of stream ``ledger`` say: which ledger this is, what it may be used for, and since which restore."""

    id: str
    genesis: Genesis
    epoch: str  # changes with every restore, so devices and streams know that what they were told may be gone


def is_about_the_ledger(row: Row) -> bool:
    """Whether a row speaks of the ledger and not of the board."""
    return row.stream == STREAM


def find_identity(engine: Engine) -> Identity | None:
    """Which ledger this is, or None where it has no row yet."""
    rows = engine.fetch("SELECT kind, body FROM fact WHERE stream = ? ORDER BY seq", (STREAM,))
    if not rows:
        return None
    bodies = [decode(body) for _, body in rows]
    return Identity(bodies[0]["id"], bodies[0]["genesis"], bodies[-1]["epoch"])


def get_identity(engine: Engine) -> Identity:
    """Which ledger this is. Raises :class:`LedgerRefused` where it has no first row."""
    found = find_identity(engine) if "fact" in list_tables(engine) else None
    if found is None:
        raise LedgerRefused("This ledger has no first row, so it is neither demo nor live: it was never opened by Alongside.")
    return found


def begin_ledger(engine: Engine, marks: Genesis, now: int) -> Identity:
    """Write the first row inside the open transaction."""
    identity = Identity(uuid4().hex, marks, uuid4().hex)
    _write(engine, OPENED, identity, now)
    return identity


def mark_restored(engine: Engine, now: int) -> None:
    """Write that this ledger was restored from a backup, in a transaction of its own: a new epoch begins."""
    identity = get_identity(engine)
    with transaction(engine):
        _write(engine, RESTORED, identity._replace(epoch=uuid4().hex), now)


def _write(engine: Engine, kind: str, identity: Identity, now: int) -> None:
    head = get_head(engine)
    ((version,),) = engine.fetch("SELECT count(*) + 1 FROM fact WHERE stream = ?", (STREAM,))
    fields = (head.seq + 1, STREAM, version, kind, 1, now, now, "system", "", 0, "", encode(identity._asdict()).decode())
    engine.execute(ADD_FACT, (*fields, head.hash, hash_of(fields, head.hash)))


def must_match(identity: Identity, wanted: Genesis | None) -> None:
    """Raise :class:`LedgerRefused` where a live ledger is opened as a demo or the other way round."""
    if wanted is not None and identity.genesis != wanted:
        raise LedgerRefused(f"This ledger is {identity.genesis} and was opened as {wanted}: simulated worlds never share a live one.")
