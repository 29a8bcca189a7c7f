"""What a filled field looks like, drawn by us so that every reader and printer shows the same."""

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

from alongside.server.official.fitting import LEADING, PADDING, Box, Fitted
from alongside.server.official.helvetica import ENCODING, width_of

ASCENT = 0.76  # of the size: from the line the letters stand on to the top of the tallest


def font() -> DictionaryObject:
    """Helvetica, which every reader brings along."""
    told = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in told.items()})


def draw_words(fitted: Fitted, box: Box, frame: str = "") -> DecodedStreamObject:
    """Lines from the top, one line in the middle, or one letter in each cell."""
    if box.cells:
        marks = _cells(fitted.lines[0] if fitted.lines else "", fitted.size, box)
    elif box.lines:
        marks = _lines(fitted.lines, fitted.size, PADDING, box.height - PADDING - fitted.size * ASCENT)
    else:
        marks = _lines(fitted.lines, fitted.size, PADDING, (box.height - fitted.size * ASCENT) / 2 + fitted.size * 0.02)
    clip = f"0 0 {box.width:.2f} {box.height:.2f} re W n"
    return as_form(f"q {frame} Q\n/Tx BMC\nq {clip}\nBT\n0 g\n{marks}\nET\nQ\nEMC", box.width, box.height)


def draw_tick(width: float, height: float, frame: str = "") -> DecodedStreamObject:
    """A cross, for a box that draws nothing by itself."""
    x, y = width * 0.2, height * 0.2
    cross = f"{x:.2f} {y:.2f} m {width - x:.2f} {height - y:.2f} l {x:.2f} {height - y:.2f} m {width - x:.2f} {y:.2f} l S"
    return as_form(f"q {frame} Q q 0 G 1.2 w {cross} Q", width, height)


def as_form(marks: str, width: float, height: float) -> DecodedStreamObject:
    """Marks as a reader draws them into a box."""
    drawn = as_stream(marks)
    drawn[NameObject("/Type")], drawn[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    drawn[NameObject("/BBox")] = ArrayObject(FloatObject(round(one, 2)) for one in (0, 0, width, height))
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Helv"): font()})})
    drawn[NameObject("/Resources")] = fonts
    return drawn


def as_stream(marks: str) -> DecodedStreamObject:
    """Marks as they stand in the file."""
    drawn = DecodedStreamObject()
    drawn.set_data(marks.encode(ENCODING))
    return drawn


def say(text: str) -> str:
    """Text as it is written in a PDF: what would end it is escaped."""
    return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def _lines(lines: Sequence[str], size: float, x: float, y: float) -> str:
    said = [f"{say(line)} Tj" if n == 0 else f"0 {-size * LEADING:.2f} Td {say(line)} Tj" for n, line in enumerate(lines)]
    return f"/Helv {size:.2f} Tf\n{x:.2f} {y:.2f} Td\n" + "\n".join(said)


def _cells(text: str, size: float, box: Box) -> str:
    wide, y = box.width / box.cells, (box.height - size * ASCENT) / 2
    at = [(n + 0.5) * wide - width_of(letter, size) / 2 for n, letter in enumerate(text)]
    moves = [x - (at[n - 1] if n else 0) for n, x in enumerate(at)]
    said = [f"{dx:.2f} {y if n == 0 else 0:.2f} Td {say(text[n])} Tj" for n, dx in enumerate(moves)]
    return f"/Helv {size:.2f} Tf\n" + "\n".join(said)
