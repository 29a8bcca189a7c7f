"""Papers as phones and scanners make them, byte by byte, so that each story knows what is in its file and where."""

import struct
import zlib

HERE = b"GPS-Qx7-40.7608N-111.8910W"  # where a photo was taken, as it must nowhere be found again


def chunk(name: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + name + said + struct.pack(">I", zlib.crc32(name + said))


def png(width: int = 8, height: int = 4, told: bytes = HERE, behind: bytes = HERE, packed: bytes | None = None) -> bytes:
    """A gray picture that tells where it was taken, twice."""
    rows = b"".join(b"\0" + bytes((17 * x * y) % 256 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(rows) if packed is None else packed
    parts = [chunk(b"IHDR", header), chunk(b"tEXt", b"Comment\0" + told), chunk(b"eXIf", told), chunk(b"IDAT", data), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + behind


def segment(marker: int, said: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(said) + 2) + said


def exif(turned: int = 6, order: str = "<") -> bytes:
    """What a camera tells: how it was held, and where."""
    entries = struct.pack(f"{order}HHII", 0x010F, 2, len(HERE), 38) + struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    begins = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, 2)
    return b"Exif\0\0" + begins + entries + struct.pack(f"{order}I", 0) + HERE


GRAY = (  # the smallest baseline picture: 8 by 8, one scan
    segment(0xDB, b"\0" + bytes([1] * 64))
    + segment(0xC0, b"\x08\0\x08\0\x08\x01\x01\x11\0")
    + segment(0xC4, b"\0\x01" + bytes(15) + b"\0")
    + segment(0xC4, b"\x10\x01" + bytes(15) + b"\0")
    + segment(0xDA, b"\x01\x01\0\0\x3f\0")
    + b"\x3f"
)


def jpeg(turned: int = 6, order: str = "<", end: bytes = b"\xff\xd9", picture: bytes = GRAY) -> bytes:
    """A photo with what cameras put around it: EXIF, XMP, a comment, another picture behind its end."""
    told = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + segment(0xE1, exif(turned, order))
    more = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + HERE) + segment(0xFE, HERE) + segment(0xE2, b"MPF\0" + HERE)
    return b"\xff\xd8" + told + more + picture + end + (b"\xff\xd8" + HERE if end else b"")


def webp(flags: int = 0x1C, *more: bytes) -> bytes:
    """A still picture of one point, with EXIF and XMP."""

    def part(name: bytes, said: bytes) -> bytes:
        return name + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)

    picture = bytes.fromhex("2f0000001007101111888888fe0700")
    wider = part(b"VP8X", bytes([flags]) + bytes(9))
    body = b"WEBP" + wider + part(b"VP8L", picture) + part(b"EXIF", HERE) + part(b"XMP ", HERE) + b"".join(more)
    return b"RIFF" + struct.pack("<I", len(body)) + body + HERE


def pdf(catalog: bytes = b"", *objects: bytes, photo: bytes | None = None, behind: bytes = HERE) -> bytes:
    """One page with one photo, as a scanner makes it; ``objects`` come beside, numbered from 6."""
    photo = jpeg() if photo is None else photo
    xmp = b'<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/">' + HERE + b"</x:xmpmeta>"
    image = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"
    said = [
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R " + catalog + b">>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /XObject << /I 4 0 R >> >> >>",
        stream(image, photo),
        stream(b"/Type /Metadata /Subtype /XML", xmp),
        *objects,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(said, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(said) + 1) + b"".join(b"%010d 00000 n \n" % one for one in places)
    ends = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(said) + 1, len(out))
    return out + table + ends + b"\n" + behind


def stream(about: bytes, data: bytes) -> bytes:
    return b"<< " + about + b" /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"
