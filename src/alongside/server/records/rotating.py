"""A new key-encryption key: every data key is wrapped anew, while calls are taken; cut short anywhere, it is simply run again.

The order keeps every row readable at every moment: the next key waits beside the file in force; all rows are wrapped under it; it takes the
file's place, the one of before stays beside it; what a server wrapped meanwhile is wrapped anew; then nothing needs the old one.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.crypto import make_key
from alongside.ledger.engine import Engine
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.wrapped import Wrapped, replace_keys, stream_keys
from alongside.server.records.key_chain import KeyChain, before_path, next_path
from alongside.server.records.key_file import Keys, read_key_file, sync_folder, write_key_file
from alongside.server.records.seal import key_name, version_of

MOST_SWEEPS = 5


class Standing(NamedTuple):
    """How many data keys are wrapped by the key in force, how many by others, and how many of each version there are."""

    current: int
    others: int
    versions: Counter[int]


def look(engine: Engine, chain: KeyChain) -> Standing:
    """Where it stands."""
    current, others, versions = 0, 0, Counter[int]()
    for batch in stream_keys(engine):
        mine = sum(chain.is_current(one.wrapped) for one in batch)
        current, others = current + mine, others + len(batch) - mine
        versions.update(version_of(one.id) for one in batch)
    return Standing(current, others, versions)


def prepare(path: Path, renew_data_keys: bool) -> Keys:
    """The key that is to follow, waiting beside the file in force; one that waits already is kept."""
    if not next_path(path).exists():
        now = read_key_file(path)
        write_key_file(next_path(path), Keys(make_key(), now.deriving, now.version + renew_data_keys))
    return read_key_file(next_path(path))


def rotate(engine: Engine, path: Path, renew_data_keys: bool = False) -> int:
    """Prepare where nothing is, wrap, put in force, wrap the rest; how many rows were wrapped anew. Raises :class:`LedgerRefused`."""
    if is_unfinished(engine, path):
        return finish(engine, path)
    prepare(path, renew_data_keys)
    wrapped = sweep(engine, KeyChain(next_path(path), path))
    put_in_force(path)
    return wrapped + finish(engine, path)


def is_unfinished(engine: Engine, path: Path) -> bool:
    """The key is in force and something is still wrapped by the one before: a server wrapped once more before it learnt of it."""
    is_in_force = bool(list_put_away(path)) and not next_path(path).exists()
    return is_in_force and look(engine, KeyChain(path)).others > 0


def put_in_force(path: Path) -> None:
    """The next key takes the file's place in one step; the one of before stays beside it."""
    before = before_path(path, read_key_file(path))
    if not before.exists():
        os.link(path, before)
    sync_folder(path.parent)
    os.replace(next_path(path), path)
    sync_folder(path.parent)


def finish(engine: Engine, path: Path) -> int:
    """Until a look over all rows finds none of before. Raises :class:`LedgerRefused` where another node still writes with the old key."""
    wrapped = 0
    for _ in range(MOST_SWEEPS):
        more = sweep(engine, KeyChain(path))
        if not more:
            return wrapped
        wrapped += more
    raise LedgerRefused("Another node still wraps with the key of before: run “alongside vault rotate” there, then here again.")


def sweep(engine: Engine, chain: KeyChain) -> int:
    """Wrap anew whatever another key wrapped."""
    done = 0
    for batch in left_over(engine, chain):
        replace_keys(engine, batch, lambda one: _rewrap(chain, one))
        done += len(batch)
    return done


def left_over(engine: Engine, chain: KeyChain) -> Iterator[list[Wrapped]]:
    """Rows that another key wrapped, a batch at a time."""
    for batch in stream_keys(engine):
        if left := [one for one in batch if not chain.is_current(one.wrapped)]:
            yield left


def _rewrap(chain: KeyChain, one: Wrapped) -> bytes:
    name = key_name(one.id, one.owner_kind, one.owner_id)
    return chain.wrap(chain.unwrap(one.wrapped, name), name)


def list_put_away(path: Path) -> list[Path]:
    """Key files of before, which nothing needs once no row is left over."""
    return sorted(path.parent.glob(f"{path.name}.before-*"))
