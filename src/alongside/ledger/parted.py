"""Files, sealed in parts that stand beside their enclosure. Its ciphertext begins with the hash of each part, in order.

So the digest in the fact covers every part, and whoever has no key still sees that one is missing, altered, added or out of its place.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from alongside.ledger.engine import Engine
from alongside.ledger.schema import list_tables

TABLE = "enclosure_part"
PART = ("enclosure_id", "part", "ciphertext")
SIGN = b"ALONGSIDE PARTS 1\n"  # other ciphertexts begin with a random nonce: one in 2^144 of them is taken for a head
HASH_BYTES, COUNT_BYTES = 32, 4
_WHERE = "FROM enclosure_part WHERE enclosure_id = ?"


class Parted(NamedTuple):
    """A ciphertext and what stands before it: ``hashes`` is empty for words, which have no parts."""

    head: bytes
    hashes: tuple[bytes, ...]
    sealed: bytes

    def are_whole(self, parts: Sequence[bytes]) -> bool:
        """Whether these are the parts, all of them, in order."""
        return tuple(sha256(part).digest() for part in parts) == self.hashes


def make_head(parts: Sequence[bytes]) -> bytes:
    """What stands before the ciphertext of a file's enclosure."""
    return SIGN + len(parts).to_bytes(COUNT_BYTES, "big") + b"".join(sha256(part).digest() for part in parts)


def split(ciphertext: bytes) -> Parted:
    """Head, hashes and the rest; a head cut short counts as none and opens as nothing."""
    if not ciphertext.startswith(SIGN):
        return Parted(b"", (), ciphertext)
    start = len(SIGN) + COUNT_BYTES
    end = start + HASH_BYTES * int.from_bytes(ciphertext[len(SIGN) : start], "big")
    listed = ciphertext[start:end]
    return Parted(ciphertext[:end], tuple(listed[at : at + HASH_BYTES] for at in range(0, len(listed), HASH_BYTES)), ciphertext[end:])


def fetch_parts(engine: Engine, id: str) -> list[bytes]:
    """The parts of one file, in order."""
    return [bytes(part) for (part,) in engine.fetch(f"SELECT ciphertext {_WHERE} ORDER BY part", (id,))]


def list_files(engine: Engine) -> list[str]:
    """The enclosures that have parts; none in a ledger of before there were any."""
    if TABLE not in list_tables(engine):
        return []
    return [id for (id,) in engine.fetch("SELECT DISTINCT enclosure_id FROM enclosure_part ORDER BY enclosure_id")]


def stream_parts(engine: Engine) -> Iterator[list[tuple[str, int, bytes]]]:
    """All rows, a file at a time, so that no more than one is in memory."""
    for id in list_files(engine):
        yield [(id, part, bytes(ciphertext)) for part, ciphertext in engine.fetch(f"SELECT part, ciphertext {_WHERE} ORDER BY part", (id,))]


def find_broken(engine: Engine, files: dict[str, Parted]) -> Iterator[str]:
    """Files of which a part is missing, altered or out of its place, and parts that belong to none; ``files`` are all there should be."""
    there = set(list_files(engine))
    for id, file in files.items():
        if id not in there or not file.are_whole(fetch_parts(engine, id)):
            yield f"File {id}: a part was altered, moved, added or taken out."
    for id in sorted(there - files.keys()):
        yield f"File {id}: there are parts of it and no enclosure."
