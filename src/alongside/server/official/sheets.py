"""Sheets behind the form for what does not fit into it: numbered, named after the form, with a line to sign."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from alongside.server.official.drawing import as_stream, font, say
from alongside.server.official.fitting import LEADING, wrap

MARKS: Mapping[str, str] = {"en": "(see continuation sheet)", "es": "(ver hoja de continuación)"}
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {"head": "Continuation sheet", "of": "to", "page": "sheet", "sign": "Signature", "date": "Date and time", "number": "Incident"},
    "es": {"head": "Hoja de continuación", "of": "de", "page": "hoja", "sign": "Firma", "date": "Fecha y hora", "number": "Incidente"},
}
WIDTH, HEIGHT, EDGE, SIZE = 612.0, 792.0, 54.0, 10.5
ROWS = int((HEIGHT - 2 * EDGE - 110) / (SIZE * LEADING))


class Continued(NamedTuple):
    """What goes on, of which field."""

    field: str
    text: str


def add_sheets(writer: PdfWriter, continued: Sequence[Continued], title: str, language: str, number: str) -> None:
    """None where everything fitted."""
    words, pages = WORDS[language], list(_pages(continued))
    for at, lines in enumerate(pages, 1):
        head = [f"{words['head']} {words['of']}: {title}", f"{words['number']} {number} · {words['page']} {at}/{len(pages)}"]
        page = writer.add_blank_page(WIDTH, HEIGHT)
        fonts = DictionaryObject({NameObject("/Helv"): font()})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(as_stream(_marks(head, lines, words)))


def _pages(continued: Sequence[Continued]) -> Iterator[list[str]]:
    lines = [line for one in continued for line in (one.field, *wrap(one.text, WIDTH - 2 * EDGE, SIZE), "")]
    for start in range(0, len(lines), ROWS):
        yield lines[start : start + ROWS]


def _marks(head: Sequence[str], lines: Sequence[str], words: Mapping[str, str]) -> str:
    top = f"/Helv 14 Tf {EDGE} {HEIGHT - EDGE - 14} Td {say(head[0])} Tj"
    below = f"/Helv 10 Tf 0 -18 Td {say(head[1])} Tj 0 -16 Td /Helv {SIZE} Tf"
    body = [f"0 {-SIZE * LEADING:.2f} Td {say(line)} Tj" for line in lines]
    line = f"q 0.6 w {EDGE} {EDGE + 14} m 340 {EDGE + 14} l 370 {EDGE + 14} m {WIDTH - EDGE} {EDGE + 14} l S Q"
    foot = f"BT /Helv 9 Tf {EDGE} {EDGE} Td {say(words['sign'])} Tj {370 - EDGE} 0 Td {say(words['date'])} Tj ET"
    return "\n".join(["BT 0 g", top, below, *body, "ET", line, foot])
