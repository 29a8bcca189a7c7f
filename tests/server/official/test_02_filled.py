"""A filled form: the court's bytes stay, what is known stands in it as any reader shows it, and what does not fit goes on behind."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from alongside.library.official.mapping import BY_HAND, Entry, Filling
from alongside.server.official.filling import Filled, fill
from alongside.server.official.fitting import SMALLEST, Box, fit, wrap
from alongside.server.official.helvetica import can_write, width_of
from alongside.server.official.known import Known
from tests.server.official.papers import make_nested, make_paper

CHOICES = (("criterion.danger_to_self", "self"), ("criterion.danger_to_others", "others"))
ENTRIES = (
    Entry("Person Name", "write", "name"), Entry("DOB", "time", "birth_date", "MM/DD/YYYY"),
    Entry("Danger to self", "tick", "criterion.danger_to_self"), Entry("Danger to others", "tick", "criterion.danger_to_others"),
    Entry("By", "choose", choices=(("role.officer", "officer"), ("role.clinician", "clinician"))),
    Entry("Facts", "write", "facts"), Entry("Case", "write", "incident"), Entry("Ground", "choose", choices=CHOICES),
    Entry("Detained", "time", "started_at", "hh:mm AM"), Entry("Until", "time", "latest_at", "MM/DD/YYYY HH:MM"),
    Entry("Signature", BY_HAND),
)  # fmt: skip
WORDS = {"name": "Zoë (Q.) O\\Hara", "facts": "Stood on the rail.\nSaid goodbye.", "incident": "48213"}
MOMENTS = {"birth_date": datetime(1988, 3, 2, tzinfo=UTC), "started_at": datetime(2026, 11, 26, 14, 5, tzinfo=UTC)}
TRUTHS = frozenset({"criterion.danger_to_self", "role.clinician"})
LONG = "\n\n".join(" ".join(f"Line {n} word {m}" for m in range(30)) for n in range(40))


def filled(content: bytes, entries: tuple[Entry, ...] = ENTRIES, language: str = "en", **words: str) -> Filled:
    filling = Filling("Form 1801", language, "here", "emergency", "", "me", date(2026, 7, 1), entries)
    return fill(content, filling, Known({**WORDS, **words}, MOMENTS, TRUTHS), "48213")


def printed(content: bytes) -> list[str]:
    """What another program than ours puts on each page, fields and all."""
    paper = pdfium.PdfDocument(content)
    paper.init_forms()
    for page in paper:
        page.flatten()
    return [page.get_textpage().get_text_range() for page in paper]


def fields_of(content: bytes) -> Mapping[str, Any]:
    return {name: one.get("/V") for name, one in (PdfReader(BytesIO(content)).get_fields() or {}).items()}


def test_01_what_is_known_stands_in_it_and_the_courts_bytes_stay_as_they_are() -> None:
    blank = make_paper()
    told = filled(blank)
    assert told.content.startswith(blank)
    said = fields_of(told.content)
    assert (said["Person Name"], said["DOB"], said["Detained"]) == (WORDS["name"], "03/02/1988", "02:05 PM")
    assert (said["Danger to self"], said["Danger to others"], said["By"], said["Ground"]) == ("/Yes", "/Off", "/clinician", "self")
    assert (told.by_hand, told.empty, told.continued) == (("Signature",), ("Until",), ())
    (text,) = printed(told.content)
    assert all(one in text for one in (WORDS["name"], "03/02/1988", "Stood on the rail.", "Said goodbye.", "02:05 PM"))
    assert "".join(text.split()).find("48213") > 0


def test_02_its_fields_are_still_fields() -> None:
    again = filled(make_paper()).content
    assert filled(again, name="Somebody Else").content.startswith(again)
    assert "Somebody Else" in printed(filled(again, name="Somebody Else").content)[0]


def test_03_too_long_it_goes_on_behind_and_not_a_word_is_lost() -> None:
    told = filled(make_paper(), facts=LONG)
    pages = printed(told.content)
    assert told.continued == ("Facts",)
    assert len(pages) > 2
    assert "(see continuation sheet)" in pages[0]
    assert "Form 1801" in pages[1]
    assert f"sheet {len(pages) - 1}/{len(pages) - 1}" in pages[-1]
    all_words = " ".join(" ".join(pages).split())
    assert all(f"Line {n} word 29" in all_words for n in range(40))


def test_04_a_line_too_long_for_its_field_stands_whole_on_the_sheet() -> None:
    long = "Maria del Carmen " * 6
    told = filled(make_paper(), language="es", name=long, incident="123456789")
    pages = printed(told.content)
    assert told.continued == ("Person Name", "Case")
    assert "(ver hoja de continuación)" in pages[0]
    assert " ".join(long.split()) in " ".join(pages[1].split())
    assert "123456789" in pages[1]
    assert "123456789" not in "".join(pages[0].split())


def test_05_a_name_the_font_cannot_write_is_left_to_a_pen_not_misspelled() -> None:
    told = filled(make_paper(), name="Łukasz Żak")
    assert told.unwritable == ("Person Name",)
    assert not fields_of(told.content)["Person Name"]
    assert "ukasz" not in printed(told.content)[0]


def test_06_one_name_in_two_boxes_stands_in_both_and_a_tick_without_a_picture_is_drawn() -> None:
    entries = (Entry("person.name", "write", "name"), Entry("others", "tick", "criterion.danger_to_self"))
    told = filled(make_nested(), entries)
    assert printed(told.content)[0].count(WORDS["name"]) == 2
    paper = pdfium.PdfDocument(told.content)
    paper.init_forms()
    dark = [box for box in ((100, 600), (100, 400)) if _is_drawn(paper, *box)]
    assert dark == [(100, 600)]


def _is_drawn(paper: pdfium.PdfDocument, left: int, bottom: int) -> bool:
    picture = paper[0].render(scale=1, may_draw_forms=True).to_pil().convert("L").crop((left, 792 - bottom - 16, left + 16, 792 - bottom))
    return any(one < 128 for one in picture.tobytes())


@pytest.mark.parametrize("text", ["", "a", "word " * 500, "x" * 900, "a\n\nb", "two  spaces"])
@pytest.mark.parametrize("size", [0.0, 6.0, 24.0])
def test_07_whatever_it_is_nothing_is_drawn_beyond_its_box(text: str, size: float) -> None:
    for box in (Box(200, 20, size), Box(400, 90, size, lines=True), Box(30, 12, size), Box(60, 200, size, lines=True, most=50)):
        told = fit(text, box)
        assert told.size >= min(size or SMALLEST, SMALLEST)
        assert all(width_of(line, told.size) <= box.width for line in told.lines)
        assert "".join("".join((*told.lines, told.rest)).split()) == "".join(text.split())


def test_08_letters_are_measured_as_the_standard_font_is() -> None:
    assert width_of("Wi ñ", 10) == pytest.approx(stringWidth("Wi ñ", "Helvetica", 10))
    assert can_write("señor “Q” – €5")
    assert not can_write("Ł")
    assert not can_write("\x81")
    assert wrap("", 100, 10) == [""]
