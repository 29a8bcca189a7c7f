"""PDF: a scan is pages of pictures. What can act, fetch or carry other files is refused; where its photos were taken is blanked.

The whole file is searched, not only what its own structure names, and every stream that can be inflated is inflated and searched, too.
Whatever else could hide something from this look (encryption, filters no scanner needs) is refused.
"""

import re
import zlib
from collections.abc import Iterator
from itertools import chain

from alongside.core.refused import Refused
from alongside.server.attach import jpeg
from alongside.server.attach.damaged import Damaged, must

FILTERS = frozenset({b"/FlateDecode", b"/DCTDecode", b"/CCITTFaxDecode", b"/JBIG2Decode", b"/JPXDecode"})
STREAM = re.compile(rb"stream\r?\n")
PAGE = re.compile(rb"/Type\s*/Page\b")
STARTS = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
REFUSED = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|Filespec|RichMedia|SubmitForm|ImportData|GoTo[ER]|Rendition|Movie|Sound|AcroForm|Encrypt)"
    rb"(?![A-Za-z0-9])"
)
FILTER = re.compile(rb"/Filter(?![A-Za-z0-9])\s*\[?\s*(/?[^\s/<>\[\]()]*)\s*([/\]>]?)")
PACKED = re.compile(rb"/ObjStm")
CODED = re.compile(rb"/(?:DecodeParms|DP|Predictor)(?![A-Za-z0-9])")
XMP, XMP_ENDS = b"<x:xmpmeta", b"</x:xmpmeta>"
MOST_INFLATED, MOST_STREAMS, AT_ONCE, WITHIN = 96_000_000, 2_000, 1 << 16, 2_000


def clean(content: bytes) -> bytes:
    """The file up to its end, metadata blanked. Raises ``Damaged``, or ``Refused("file_acts")``."""
    content = content[: must_end(content)]
    if hides(spell_out(content)):
        raise Refused("file_acts")
    if list_named(content, REFUSED):
        raise Refused("file_acts")
    return blank(content)


def list_named(content: bytes, names: re.Pattern[bytes]) -> frozenset[str]:
    """Which of these names stand anywhere in it, packed or not. Raises ``Damaged`` where it has no page, or is too much to look through."""
    found, pages = set[bytes](), 0
    for part in map(spell_out, chain((content,), inflate_all(content))):
        found.update(names.findall(part))
        pages += bool(PAGE.search(part))
    must(pages > 0 or bool(found))
    return frozenset(one.decode() for one in found)


def spell_out(content: bytes) -> bytes:
    """With names in their plain spelling: any letter may be written as # and two hexadecimal digits."""
    return ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), content)


def must_end(content: bytes) -> int:
    """Where it ends: behind the last mark that points to a table of its objects. Raises ``Damaged`` where nothing does."""
    found = list(STARTS.finditer(content))
    must(bool(found) and TABLE.match(content, int(found[-1][1][:12])) is not None)
    return found[-1].end()


def hides(content: bytes) -> bool:
    """Whether anything is packed in a way that is not looked through: another filter, two of them, one told elsewhere."""
    for found in FILTER.finditer(content):
        another = found[2] == b"/" and b"[" in found[0]
        if found[1] not in FILTERS or another:
            return True
    return any(is_coded(content, found.start(), found.end()) for found in PACKED.finditer(content))


def is_coded(content: bytes, start: int, end: int) -> bool:
    """Whether objects packed together are also coded row by row, as pictures are: then their names would not be found."""
    first, last = content.rfind(b"obj", max(0, start - WITHIN), start), content.find(b"stream", end, end + WITHIN)
    return first < 0 or last < 0 or CODED.search(content, first, last) is not None


def inflate_all(content: bytes) -> Iterator[bytes]:
    """What every stream holds that can be inflated. Raises ``Damaged`` for more than any scan holds."""
    size = 0
    for number, begins in enumerate(STREAM.finditer(content)):
        must(number < MOST_STREAMS)
        piece = inflate(memoryview(content)[begins.end() :], MOST_INFLATED - size + 1)
        size += len(piece)
        must(size <= MOST_INFLATED)
        yield piece


def inflate(packed: memoryview, most: int) -> bytes:
    """As much as comes out, a little at a time; nothing where it is a picture, or not compressed: that is searched as it is."""
    inflating, pieces, size = zlib.decompressobj(), list[bytes](), 0
    try:
        for at in range(0, len(packed), AT_ONCE):
            pieces.append(inflating.decompress(packed[at : at + AT_ONCE], most - size))
            size += len(pieces[-1])
            if inflating.eof or size >= most:
                break
    except zlib.error:
        return b"".join(pieces)  # what came out before is searched; viewers show that much, too
    return b"".join(pieces)


def blank(content: bytes) -> bytes:
    """The same length, so that every object stays where the table says: metadata of photos and of the file become zeroes and spaces."""
    whole = bytearray(content)
    start = content.find(XMP)
    while start >= 0 and (end := content.find(XMP_ENDS, start)) >= 0:
        whole[start:end] = b" " * (end - start)
        start = content.find(XMP, end)
    for begins in STREAM.finditer(content):
        if content.startswith(jpeg.START, begins.end()):
            for start, end in list_told(content, begins.end()):
                whole[start:end] = bytes(end - start)
    return bytes(whole)


def list_told(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Where one photo's EXIF, comments and the like stand, and what is behind its end: whatever is not needed to draw it."""
    try:
        for one in jpeg.list_segments(content, start):
            if one.marker > jpeg.JFIF and one.marker != jpeg.ADOBE:
                yield one.at, one.at + len(one.said)
            if one.marker == jpeg.END:
                yield one.at, max(one.at, content.find(b"\nendstream", one.at))
    except Damaged:
        return  # whoever shows the page shows no picture there either
