"""A signed head: how far the readings, the deeds of sign-in and the ledger had come at one moment, and what their last rows were."""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from alongside.ledger.body import encode
from alongside.ledger.engine import Engine, transaction
from alongside.ledger.row import NO_HASH
from alongside.ledger.signatures import Signer, is_signed

COLUMNS = (
    "seq, at, epoch, reads_seq, reads_hash, deeds_seq, deeds_hash, ledger_seq, ledger_hash, previous_hash, hash, public_key, signature"
)
ADD = f"INSERT INTO audit_head ({COLUMNS}) VALUES ({', '.join('?' * 13)})"


class Standing(NamedTuple):
    """Where the three chains stand. Hashes are 32 bytes; ``epoch`` is the ledger's own, which changes with a restore."""

    epoch: str
    reads_seq: int
    reads_hash: bytes
    deeds_seq: int
    deeds_hash: bytes
    ledger_seq: int
    ledger_hash: bytes


class Head(NamedTuple):
    """One head. ``hash`` is SHA-256 over everything before it; ``signature`` is over the hash; ``public_key`` says by
    which algorithm and key: Ed25519 alone in hexadecimal, or ``p256:`` before it."""

    seq: int
    at: int
    epoch: str
    reads_seq: int
    reads_hash: bytes
    deeds_seq: int
    deeds_hash: bytes
    ledger_seq: int
    ledger_hash: bytes
    previous_hash: bytes
    hash: bytes
    public_key: str
    signature: bytes

    @property
    def is_sound(self) -> bool:
        """Whether it hashes to what it says, and its key signed that."""
        return hash_of(self) == self.hash and is_signed(self.public_key, self.signature, self.hash)

    def to_plain(self) -> dict[str, object]:
        """As an anchor keeps it: bytes in hexadecimal."""
        return {name: value.hex() if isinstance(value, bytes) else value for name, value in self._asdict().items()}


BYTES = ("reads_hash", "deeds_hash", "ledger_hash", "previous_hash", "hash", "signature")


def from_plain(told: dict[str, object]) -> Head:
    """A head an anchor kept. Raises ``ValueError`` or ``KeyError`` where it is none."""
    read = {name: bytes.fromhex(str(told[name])) if name in BYTES else told[name] for name in Head._fields}
    return Head(**read)  # type: ignore[arg-type]


def hash_of(head: Head) -> bytes:
    """SHA-256 over everything a head says, in the order of its columns."""
    said = [value.hex() if isinstance(value, bytes) else value for value in head[:10]]
    return sha256(encode([*said, head.public_key])).digest()


def add_head(side: Engine, standing: Standing, key: Signer, now: int) -> Head:
    """Sign where the chains stand, and keep it, in a transaction of its own."""
    with transaction(side):
        last = find_last(side)
        seq, previous = (last.seq + 1, last.hash) if last else (1, NO_HASH)
        bare = Head(seq, now, *standing, previous, b"", key.public, b"")
        hash = hash_of(bare)
        head = bare._replace(hash=hash, signature=key.sign(hash))
        side.execute(ADD, head)
    return head


def find_last(side: Engine) -> Head | None:
    """The newest head."""
    rows = side.fetch(f"SELECT {COLUMNS} FROM audit_head ORDER BY seq DESC LIMIT 1")
    return make_head(rows[0]) if rows else None


def stream_heads(side: Engine) -> Iterator[Head]:
    """All of them, from the first."""
    return (make_head(row) for row in side.stream(f"SELECT {COLUMNS} FROM audit_head ORDER BY seq"))


def make_head(row: tuple[object, ...]) -> Head:
    """A head from its columns."""
    return Head(*(bytes(one) if isinstance(one, memoryview | bytearray) else one for one in row))  # type: ignore[arg-type]
