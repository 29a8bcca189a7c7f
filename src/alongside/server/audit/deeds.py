"""What happened to accounts, as one chain: a rolling hash over its rows, whose value every head signs."""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from alongside.ledger.body import encode
from alongside.ledger.engine import Engine
from alongside.ledger.row import NO_HASH
from alongside.ledger.schema import list_tables

TABLE = "people_writtendown"
ASK = f'SELECT id, at, kind, "by", about, source, detail FROM {TABLE} WHERE id > ? ORDER BY id'


class Rolled(NamedTuple):
    """The last row taken in, and the hash so far."""

    seq: int = 0
    hash: bytes = NO_HASH


FROM_THE_FIRST = Rolled()


def roll(people: Engine, since: Rolled) -> Rolled:
    """Everything written down after ``since``, taken in."""
    last = deque(roll_all(people, since), maxlen=1)
    return last[0] if last else since


def roll_all(people: Engine, since: Rolled) -> Iterator[Rolled]:
    """The state after each row."""
    if TABLE not in list_tables(people):
        return
    hash = since.hash
    for id, at, *rest in people.stream(ASK, (since.seq,)):
        hash = sha256(hash + encode([id, _ms(at), *rest])).digest()
        yield Rolled(id, hash)


def _ms(at: object) -> int:
    """ms UTC from what either database gives for a moment."""
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(str(at))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)
