"""JPEG: only what makes the picture is kept. Where and with what it was taken, thumbnails and anything behind its end are left out.

The picture itself stays bit for bit as photographed: a signature is not compressed a second time.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.server.attach.damaged import must, must_be_a_size

START, END = b"\xff\xd8", 0xD9
FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive: what every browser shows
TABLES = frozenset({0xC4, 0xDB, 0xDD})
SCAN, JFIF, EXIF, ADOBE = 0xDA, 0xE0, 0xE1, 0xEE  # ADOBE says how colours are meant
MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")  # what ends the data of a scan: no stuffed byte, no restart
NAMED_EXIF, TURNED = b"Exif\0\0", 0x0112


class Segment(NamedTuple):
    """What one says, where that stands in the file, and the picture's data behind it, where it is a scan."""

    marker: int
    at: int
    said: bytes
    data: bytes


def clean(content: bytes) -> bytes:
    """The same picture without the rest. Raises ``Damaged``."""
    kept, turned, frames, scans = [START], 0, 0, 0
    for marker, _, said, data in list_segments(content):
        frames, scans = frames + (marker in FRAMES), scans + (marker == SCAN)
        if marker in FRAMES:
            must(len(said) >= 6)
            must_be_a_size(int.from_bytes(said[3:5], "big"), int.from_bytes(said[1:3], "big"))
        elif marker == EXIF and not turned:
            turned = read_turned(said)
        if marker in FRAMES | TABLES | {SCAN} or (marker == ADOBE and said.startswith(b"Adobe")):
            kept.append(segment(marker, said) + data)
    must(frames == 1 and scans > 0)
    kept.insert(1, say_turned(turned) if turned > 1 else b"")
    return b"".join(kept) + b"\xff" + bytes([END])


def list_segments(content: bytes, start: int = 0) -> Iterator[Segment]:
    """Everything from ``start`` to the end of the first picture, which is the last told. Raises ``Damaged`` where it is cut short."""
    at = start + len(START)
    while True:
        must(content[at : at + 1] == b"\xff")
        while content[at : at + 1] == b"\xff":
            at += 1
        must(at < len(content))
        marker = content[at]
        if marker == END:
            yield Segment(END, at + 1, b"", b"")
            return
        length = int.from_bytes(content[at + 1 : at + 3], "big")
        end = at + 1 + length
        must(length >= 2 and end <= len(content))
        found = MARKER.search(content, end) if marker == SCAN else None
        must(marker != SCAN or found is not None)
        next_at = found.start() if found else end
        yield Segment(marker, at + 3, content[at + 3 : end], content[end:next_at])
        at = next_at


def segment(marker: int, said: bytes) -> bytes:
    """One segment as it is written."""
    return bytes([0xFF, marker]) + (len(said) + 2).to_bytes(2, "big") + said


def read_turned(said: bytes) -> int:
    """How the camera was held, 1 to 8, of all that EXIF tells; 0 where it does not tell."""
    tiff = said.removeprefix(NAMED_EXIF)
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(tiff[:4])
    if tiff == said or order is None:
        return 0

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    first = number(4, 4)
    for at in range(first + 2, first + 2 + 12 * min(number(first, 2), 200), 12):
        if number(at, 2) == TURNED:
            return number(at + 8, 2) if number(at + 8, 2) in range(1, 9) else 0
    return 0


def say_turned(turned: int) -> bytes:
    """EXIF that tells this and nothing else, so that a paper photographed sideways stands upright."""
    entry = TURNED.to_bytes(2, "big") + b"\0\x03\0\0\0\x01" + turned.to_bytes(2, "big") + b"\0\0"
    return segment(EXIF, NAMED_EXIF + b"MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0")
