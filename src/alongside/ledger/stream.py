"""An encrypted file of several files: AES-256-GCM in chunks, so that size does not matter and a cut or swapped part is noticed."""

import os
import struct
from collections.abc import Callable, Iterator, Sequence
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import BinaryIO

from alongside.ledger.crypto import Cipher, InvalidTag, cipher_of
from alongside.ledger.refused import LedgerRefused

SIGN = b"ALONGSIDE BACKUP "
FORMAT, READABLE = b"2\n", (b"1\n", b"2\n")  # 1 held ledger and records only
MAGIC = SIGN + FORMAT
CHUNK_BYTES, SALT_BYTES = 1 << 20, 16
ROUNDS = 600_000  # OWASP's figure for PBKDF2 with SHA-256


Seen = Callable[[int], None]


def ignore(_: int) -> None:
    """Nobody watches."""


def derive(secret: bytes, salt: bytes) -> Cipher:
    """The cipher of a passphrase or key file's content."""
    return cipher_of(pbkdf2_hmac("sha256", secret, salt, ROUNDS))


def pack(folder: Path, names: Sequence[str], into: Path, secret: bytes, seen: Seen = ignore) -> None:
    """Encrypt these files of ``folder`` into one, synced to the disk; ``seen`` hears the bytes of each part done."""
    salt = os.urandom(SALT_BYTES)
    cipher = derive(secret, salt)
    with os.fdopen(os.open(into, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(MAGIC + salt)
        for number, (plain, last) in enumerate(_with_last(_pieces(folder, names))):
            sealed = cipher.encrypt(_nonce(number, last), plain, MAGIC)
            out.write(struct.pack(">I", len(sealed)) + sealed)
            seen(len(plain))
        out.flush()
        os.fsync(out.fileno())


def _pieces(folder: Path, names: Sequence[str]) -> Iterator[bytes]:
    """For each file its name and size, then its content in chunks."""
    for name in names:
        path = folder / name
        yield f"{name}\n{path.stat().st_size}".encode()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk


def _with_last(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece with whether it is the last: the nonce says so, so a backup cut short does not open."""
    held = next(pieces)
    for piece in pieces:
        yield held, False
        held = piece
    yield held, True


def _nonce(number: int, last: bool) -> bytes:
    return struct.pack(">Q?3x", number, last)


def unpack(file: Path, folder: Path, secret: bytes, seen: Seen = ignore) -> None:
    """Decrypt into ``folder``. Raises :class:`LedgerRefused` for a wrong passphrase, a cut file, a newer one, or one that is no backup."""
    with file.open("rb") as source:
        magic = must_be_readable(source.read(len(MAGIC)), file)
        pieces = _open_pieces(source, derive(secret, source.read(SALT_BYTES)), magic, file)
        for header in pieces:
            name, _, size = header.decode().partition("\n")
            _write(folder / Path(name).name, int(size), pieces, seen)


def must_be_readable(magic: bytes, file: Path) -> bytes:
    """The first bytes of a backup this program reads. Raises :class:`LedgerRefused`."""
    if not magic.startswith(SIGN):
        raise LedgerRefused(f"{file} is not a backup of Alongside: give the file that “alongside backup” wrote.")
    if magic.removeprefix(SIGN) not in READABLE:
        raise LedgerRefused(f"{file} was written by a newer version of Alongside: restore it with that version, or a later one.")
    return magic


def _write(path: Path, size: int, pieces: Iterator[bytes], seen: Seen) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while out.tell() < size:
            seen(out.write(next(pieces)))
        out.flush()
        os.fsync(out.fileno())


def _open_pieces(source: BinaryIO, cipher: Cipher, magic: bytes, file: Path) -> Iterator[bytes]:
    number, last = 0, False
    while not last:
        sealed = source.read(struct.unpack(">I", source.read(4).rjust(4, b"\0"))[0])
        last = source.peek(1) == b"" if hasattr(source, "peek") else False
        try:
            yield cipher.decrypt(_nonce(number, last), sealed, magic)
        except InvalidTag:
            raise LedgerRefused(f"{file} does not open: the passphrase or key file is another one, or the file is damaged.") from None
        number += 1
