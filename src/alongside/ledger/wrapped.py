"""Wrapped keys as rows: looked through in order of their ids, replaced in short transactions while calls are taken. They are no facts."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from alongside.ledger.engine import Engine, transaction

BATCH = 250  # a few milliseconds at a time, so that no caller waits


class Wrapped(NamedTuple):
    """One data key as it is kept."""

    id: str
    owner_kind: str
    owner_id: str
    wrapped: bytes


def stream_keys(engine: Engine) -> Iterator[list[Wrapped]]:
    """All of them, a batch at a time, in order."""
    after = ""
    while rows := engine.fetch("SELECT id, owner_kind, owner_id, wrapped FROM data_key WHERE id > ? ORDER BY id LIMIT ?", (after, BATCH)):
        yield [Wrapped(id, kind, owner, bytes(wrapped)) for id, kind, owner, wrapped in rows]
        after = rows[-1][0]


def replace_keys(engine: Engine, batch: list[Wrapped], wrap: Callable[[Wrapped], bytes]) -> None:
    """Wrap them anew in one transaction. One that was erased or replaced meanwhile is left alone."""
    new = [(wrap(one), one.id, one.wrapped) for one in batch]
    with transaction(engine):
        engine.execute_many("UPDATE data_key SET wrapped = ? WHERE id = ? AND wrapped = ?", new)
