"""PNG: read chunk by chunk, the picture inflated and counted to its last row; text, times, EXIF and what hides behind it are left out."""

import zlib
from collections.abc import Iterator

from alongside.server.attach.damaged import must, must_be_a_size

SIGN = b"\x89PNG\r\n\x1a\n"
KEPT = frozenset({b"PLTE", b"tRNS", b"gAMA", b"sRGB"})
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # Adam7: x, y, steps
AT_ONCE = 1 << 20


def clean(content: bytes) -> bytes:
    """The same picture without the rest. Raises ``Damaged``."""
    chunks = list(list_chunks(content))
    must(chunks[0][0] == b"IHDR" and len(chunks[0][1]) == 13)
    header = chunks[0][1]
    data = b"".join(said for name, said in chunks if name == b"IDAT")
    picture = data[: count_used(data, size_of(header))]
    kept = b"".join(chunk(name, said) for name, said in chunks if name in KEPT)
    return SIGN + chunk(b"IHDR", header) + kept + chunk(b"IDAT", picture) + chunk(b"IEND", b"")


def list_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents up to the end, each with its sum checked."""
    at = len(SIGN)
    while True:
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + 8 + length
        must(end + 4 <= len(content))
        said = content[at + 8 : end]
        must(zlib.crc32(name + said).to_bytes(4, "big") == content[end : end + 4])
        yield name, said
        if name == b"IEND":
            return
        at = end + 4


def chunk(name: bytes, said: bytes) -> bytes:
    """One chunk as it is written."""
    return len(said).to_bytes(4, "big") + name + said + zlib.crc32(name + said).to_bytes(4, "big")


def size_of(header: bytes) -> int:
    """How many bytes the picture has, inflated. Raises ``Damaged`` for a header no picture has."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, colour, *rest, interlaced = header[8:]
    must_be_a_size(width, height)
    must(depth in DEPTHS.get(colour, set()) and rest == [0, 0] and interlaced in (0, 1))
    bits = depth * CHANNELS[colour]
    parts = [(-(-(width - x) // by), -(-(height - y) // down)) for x, y, by, down in PASSES] if interlaced else [(width, height)]
    return sum(high * (1 + -(-wide * bits // 8)) for wide, high in parts if wide > 0 and high > 0)


def count_used(data: bytes, wanted: int) -> int:
    """How much of the data makes the picture; inflated a little at a time, so that nothing small becomes something huge."""
    inflating, size, left = zlib.decompressobj(), 0, data
    try:
        while not inflating.eof and size <= wanted:
            piece = inflating.decompress(left, AT_ONCE)
            left = inflating.unconsumed_tail
            must(bool(piece or left or inflating.eof))
            size += len(piece)
    except zlib.error:
        must(False)
    must(size == wanted and inflating.eof)
    return len(data) - len(inflating.unused_data)
