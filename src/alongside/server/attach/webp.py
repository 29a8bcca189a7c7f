"""WebP: the still picture and its transparency are kept; EXIF, XMP, colour profiles and anything unknown are left out."""

from collections.abc import Iterator

from alongside.server.attach.damaged import must, must_be_a_size

PICTURES = frozenset({b"VP8 ", b"VP8L"})
WIDER, ALPHA = b"VP8X", b"ALPH"
HAS_ALPHA, IS_MOVING = 0x10, 0x02


def clean(content: bytes) -> bytes:
    """The same picture without the rest. Raises ``Damaged``."""
    must(content[8:12] == b"WEBP" and int.from_bytes(content[4:8], "little") + 8 <= len(content))
    kept, pictures = [], 0
    for name, said in list_chunks(content):
        if name == WIDER:
            must(len(said) == 10 and not said[0] & IS_MOVING)
            said = bytes([said[0] & HAS_ALPHA]) + said[1:]
        if name in PICTURES:
            must_be_a_size(*size_of(name, said))
            pictures += 1
        if name in PICTURES | {WIDER, ALPHA}:
            kept.append(name + len(said).to_bytes(4, "little") + said + b"\0" * (len(said) % 2))
    must(pictures == 1)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def list_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents, as far as the file says it goes."""
    at, end = 12, int.from_bytes(content[4:8], "little") + 8
    while at < end:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        must(at + 8 + length <= end)
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def size_of(name: bytes, said: bytes) -> tuple[int, int]:
    """Width and height, from the picture's own first bytes. Raises ``Damaged`` where they are none."""
    if name == b"VP8L":
        must(said[:1] == b"\x2f" and len(said) > 5)
        bits = int.from_bytes(said[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    must(said[3:6] == b"\x9d\x01\x2a" and len(said) > 10)
    return int.from_bytes(said[6:8], "little") & 0x3FFF, int.from_bytes(said[8:10], "little") & 0x3FFF
