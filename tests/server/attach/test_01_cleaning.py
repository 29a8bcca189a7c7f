"""A photo or scan is what its bytes say, whole, and tells nothing beside the paper; what could act is refused."""

import struct
import zlib

import pytest

from alongside.core.refused import Refused
from alongside.server.attach import cleaning, damaged
from tests.server.attach.papers import GRAY, HERE, chunk, exif, jpeg, pdf, png, segment, stream, webp

WHOLE = {"image/jpeg": jpeg(), "image/png": png(), "image/webp": webp(), "application/pdf": pdf()}


def refusal(content: bytes) -> str:
    """The code of the refusal; "" where it is taken."""
    try:
        cleaning.clean(content)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("media_type", WHOLE)
def test_01_where_it_was_taken_and_what_hides_behind_its_end_is_not_kept(media_type: str) -> None:
    content = WHOLE[media_type]
    filed = cleaning.clean(content)
    assert HERE in content
    assert HERE not in filed.content
    assert filed.media_type == media_type
    assert cleaning.clean(filed.content) == filed  # cleaned again it stays as it is


def test_02_the_picture_itself_stays_bit_for_bit() -> None:
    assert GRAY in cleaning.clean(jpeg()).content
    assert zlib.compress(b"\0\x07") in cleaning.clean(png(1, 1, packed=zlib.compress(b"\0\x07"))).content
    still = cleaning.clean(webp()).content
    assert bytes.fromhex("2f0000001007101111888888fe0700") in still
    assert still[20] == 0x10  # it no longer says that EXIF and XMP follow
    assert len(cleaning.clean(pdf()).content) == len(pdf(behind=b"").rstrip())
    assert GRAY in cleaning.clean(pdf()).content


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_03_a_paper_photographed_sideways_still_stands_upright(turned: int, order: str) -> None:
    kept = cleaning.clean(jpeg(turned, order)).content
    assert kept.count(b"Exif\0\0") == (turned > 1)
    assert (b"\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", turned) in kept) == (turned > 1)


def test_04_cut_anywhere_it_is_refused() -> None:
    for content in (jpeg(), png(behind=b""), webp(), pdf(behind=b"")):
        whole = cleaning.clean(content).content
        for end in range(12, len(whole), 7):
            assert refusal(whole[:end]), (whole[:4], end, len(whole))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a" + bytes(40), b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"<!doctype html>",
        b"PK\x03\x04" + bytes(40), b"II*\0" + bytes(40), b"\0\0\0\x18ftypheic" + bytes(40), b" " + pdf(),
    ],
)  # fmt: skip
def test_05_what_is_no_photo_or_scan_is_refused_whatever_it_is_called(content: bytes) -> None:
    assert refusal(content) == "file_unknown_kind"


HUGE = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
DAMAGED = {
    "a sum is wrong": png().replace(b"IDAT", b"IDaT"),
    "rows are missing": png(8, 4, packed=zlib.compress(bytes(35))),
    "more rows than it says": png(8, 4, packed=zlib.compress(bytes(37))),
    "a kilobyte that becomes a gigabyte": png(8, 4, packed=zlib.compress(bytes(50_000_000))),
    "larger than any paper": b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HUGE) + chunk(b"IDAT", b"x") + chunk(b"IEND", b""),
    "no picture in it": jpeg(picture=b""),
    "two frames": jpeg(picture=GRAY + segment(0xC0, b"\x08\0\x08\0\x08\x01\x01\x11\0")),
    "a photo larger than any paper": jpeg(picture=GRAY.replace(b"\x08\0\x08\0\x08", b"\x08\xff\xff\xff\xff")),
    "a moving picture": webp(0x1E),
    "a table that is not there": pdf().replace(b"startxref\n", b"startxref\n1"),
    "no page": pdf().replace(b"/Type /Page ", b"/Type /Cage "),
}


@pytest.mark.parametrize("why", DAMAGED)
def test_06_what_is_not_whole_or_would_fill_whoever_opens_it_is_refused(why: str) -> None:
    assert refusal(DAMAGED[why]) == "file_damaged"


SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
PACKED = b"/Type /ObjStm /N 1 /First 4 "
ACTS = {
    "a program at the start": pdf(b"/OpenAction " + SCRIPT),
    "spelled another way": pdf(b"/OpenAction << /S /#4aava#53cript /JS (x) >>"),
    "packed among objects": pdf(b"", stream(PACKED + b"/Filter /FlateDecode", zlib.compress(b"7 0 " + SCRIPT))),
    "packed, and the word endstream in between": pdf(
        b"", stream(PACKED + b"/Filter /FlateDecode", zlib.compress(b"7 0 endstream " + SCRIPT, 0))
    ),
    "packed and coded as pictures are": pdf(
        b"", stream(PACKED + b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>", zlib.compress(b"\x02" + bytes(40)))
    ),
    "packed twice": pdf(
        b"", stream(PACKED + b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(zlib.compress(b"7 0 " + SCRIPT)))
    ),
    "packed as letters": pdf(b"", stream(PACKED + b"/Filter /ASCIIHexDecode", SCRIPT.hex().encode() + b">")),
    "packed by a short name": pdf(b"", stream(PACKED + b"/Filter [/AHx]", SCRIPT.hex().encode() + b">")),
    "packed in a way told elsewhere": pdf(b"", stream(PACKED + b"/Filter 7 0 R", SCRIPT.hex().encode()), b"/ASCIIHexDecode"),
    "another file inside": pdf(b"/Names << /EmbeddedFiles 6 0 R >>"),
    "a program of the machine": pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"),
    "a form that sends": pdf(b"/AA << /WC << /S /SubmitForm >> >>"),
    "encrypted": pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R"),
    "in what looks like a picture": pdf(photo=GRAY + b" << /S /JavaScript >> "),
}  # fmt: skip


@pytest.mark.parametrize("why", ACTS)
def test_07_a_pdf_that_could_act_or_hide_something_is_refused(why: str) -> None:
    assert refusal(ACTS[why]) == "file_acts"


@pytest.mark.parametrize(
    "filters", [b"/Filter /FlateDecode", b"/Filter [/FlateDecode]", b"/Filter/FlateDecode/N 3", b"/Filter /CCITTFaxDecode"]
)
def test_08_what_scanners_write_is_taken(filters: bytes) -> None:
    packed = stream(PACKED + b"/Filter /FlateDecode", zlib.compress(b"7 0 << /Type /Page >>"))
    assert refusal(pdf(b"/PageMode /UseNone ", stream(filters, zlib.compress(b"q 1 0 0 1 0 0 cm Q")), packed)) == ""


def test_09_no_file_takes_long_or_much_whatever_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shapes that make a careless reader look at everything again and again: done in one pass they end at once."""
    many = 400_000
    for filler in (b"<x:xmpmeta", b"FlateDecode ", b"/ObjStm", b"startxref ", b"/Filter [", b"/Type ", b"stream\n"):
        assert refusal(pdf(b"", filler * many)) in ("file_acts", "file_damaged", "")
    bomb = stream(b"/Filter /FlateDecode", zlib.compress(bytes(2_000_000)))
    monkeypatch.setattr("alongside.server.attach.pdf.MOST_INFLATED", 1_000_000)
    assert refusal(pdf(b"", bomb)) == "file_damaged"
    assert damaged.MOST_PIXELS == 64_000_000
    assert exif(6) != exif(8)
