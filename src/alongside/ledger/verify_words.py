"""Look at every ciphertext and every part of a file, without a key: each must be the one whose hash was written."""

from collections.abc import Iterator
from hashlib import sha256

from alongside.ledger.engine import Engine
from alongside.ledger.parted import TABLE, Parted, find_broken, split
from alongside.ledger.schema import list_tables


def not_yet_there(engine: Engine) -> set[str]:
    """Tables of a later version than wrote this ledger: no guards of theirs are missing. What should stand in them is missed below."""
    return {TABLE} - list_tables(engine)


def find_altered_words(engine: Engine) -> Iterator[str]:
    """A sentence for each."""
    files: dict[str, Parted] = {}
    for id, ciphertext, digest in engine.stream("SELECT id, ciphertext, digest FROM enclosure"):
        if sha256(ciphertext).hexdigest() != digest:
            yield f"Words {id}: the ciphertext was altered."
        if (file := split(bytes(ciphertext))).hashes:
            files[id] = file
    yield from find_broken(engine, files)
