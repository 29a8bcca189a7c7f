"""A file as the vault keeps it: cut into parts, each sealed under a key of this file alone and bound to its place among them.

That key lies in the file's manifest, which is sealed like words, under the key of the person or incident. Whoever destroys that key
destroys the file, in every copy.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple
from uuid import uuid4

import msgspec

from alongside.ledger.crypto import Cipher, InvalidTag, cipher_of, close, make_key, open_closed

PART_BYTES = 1 << 18
KINDS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "application/pdf": "PDF"}


class Filed(NamedTuple):
    """A file as somebody gave it and as it is given out: its media type, one of ``KINDS``, and its bytes."""

    media_type: str
    content: bytes

    @property
    def says(self) -> str:
        """What stands for it among words."""
        return tell(self.media_type, len(self.content))


class Manifest(msgspec.Struct, frozen=True):
    """What opens a file and what it must then be; ``sha256`` is of the clear bytes, in hex, and ``file`` names it in its parts."""

    file: str
    key: bytes
    media_type: str
    size: int
    sha256: str
    parts: int


def file_away(filed: Filed) -> tuple[str, list[bytes]]:
    """The manifest, as words for the vault, and the sealed parts in order."""
    content = filed.content
    pieces = [content[at : at + PART_BYTES] for at in range(0, len(content), PART_BYTES)] or [b""]
    manifest = Manifest(uuid4().hex, make_key(), filed.media_type, len(content), sha256(content).hexdigest(), len(pieces))
    cipher = cipher_of(manifest.key)
    return msgspec.json.encode(manifest).decode(), [close(cipher, piece, bound_to(manifest, at)) for at, piece in enumerate(pieces)]


def take_out(manifest: Manifest, parts: Sequence[bytes]) -> Filed:
    """The file again. Raises :class:`InvalidTag` where a part is missing, altered, added, or out of its place."""
    cipher: Cipher = cipher_of(manifest.key)
    content = b"".join(open_closed(cipher, part, bound_to(manifest, at)) for at, part in enumerate(parts))
    if len(parts) != manifest.parts or len(content) != manifest.size or sha256(content).hexdigest() != manifest.sha256:
        raise InvalidTag
    return Filed(manifest.media_type, content)


def bound_to(manifest: Manifest, at: int) -> bytes:
    """What a part is bound to: table, row, column, key (each file has its own), its number and how many there are."""
    return f"enclosure_part:{manifest.file}:ciphertext:{manifest.file}:{at}/{manifest.parts}".encode()


def read_manifest(text: str) -> Manifest:
    """A manifest again."""
    return msgspec.json.decode(text, type=Manifest)


def tell(media_type: str, size: int) -> str:
    """What stands for a file among words, in any language: “JPEG, 240 kB”."""
    kilobytes = max(1, round(size / 1000))
    return f"{KINDS[media_type]}, {kilobytes} kB" if kilobytes < 1000 else f"{KINDS[media_type]}, {size / 1_000_000:.1f} MB"
