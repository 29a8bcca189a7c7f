"""How words stand in a box: at which size, on which lines, and what does not fit."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.server.official.helvetica import width_of

SMALLEST, USUAL, LEADING, STEP = 8.0, 10.0, 1.2, 0.5
PADDING = 2.0


class Box(NamedTuple):
    """A place for words, in points. ``size``: 0 where the form leaves it to whoever fills it. ``cells``: one letter each, 0 for none."""

    width: float
    height: float
    size: float = 0.0
    lines: bool = False
    most: int = 0
    cells: int = 0


class Fitted(NamedTuple):
    """What stands there; ``rest`` is what does not fit, empty where everything does."""

    lines: tuple[str, ...]
    size: float
    rest: str = ""


def fit(text: str, box: Box) -> Fitted:
    """The largest size at which all of it fits; never so small that nobody can read it. One line holds everything or nothing."""
    text = text if box.lines else " ".join(text.split())
    start = box.size or (USUAL if box.lines else min(12.0, max(SMALLEST, (box.height - 2 * PADDING) / LEADING)))
    sizes = [start - STEP * n for n in range(int(start / STEP)) if start - STEP * n >= min(start, SMALLEST)]
    if box.most and len(text) > box.most or box.cells and len(text) > box.cells:
        return Fitted((), sizes[-1], text)
    for size in sizes:
        if (found := _lay(text, box, size)) is not None:
            return Fitted(found, size)
    return _cut(text, box, sizes[-1]) if box.lines else Fitted((), sizes[-1], text)


def wrap(text: str, width: float, size: float) -> list[str]:
    """Lines no wider than ``width``, as they were written and broken between words; a word wider than a line is broken where it must."""
    return [line for line, _ in _wrapped(text, width, size)]


def _wrapped(text: str, width: float, size: float) -> Iterator[tuple[str, str]]:
    """Each line with what stood between it and the next."""
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if width_of(longer, size) <= width:
                line = longer
                continue
            if line:
                yield line, " "
            *broken, line = _break(word, width, size)
            yield from ((piece, "") for piece in broken)
        yield line, "\n"


def rows_of(box: Box, size: float) -> int:
    """How many lines of this size it holds."""
    return max(1, int((box.height - 2 * PADDING + size * (LEADING - 1)) / (size * LEADING)))


def _lay(text: str, box: Box, size: float) -> tuple[str, ...] | None:
    if box.cells:
        return (text,)
    if not box.lines:
        return (text,) if width_of(text, size) <= box.width - 2 * PADDING else None
    lines = wrap(text, box.width - 2 * PADDING, size)
    return tuple(lines) if len(lines) <= rows_of(box, size) else None


def _cut(text: str, box: Box, size: float) -> Fitted:
    """As many whole lines as there is room for beside the one that says where it goes on."""
    lines, rows = list(_wrapped(text, box.width - 2 * PADDING, size)), rows_of(box, size)
    rest = "".join(line + between for line, between in lines[rows - 1 :])
    return Fitted(tuple(line for line, _ in lines[: rows - 1]), size, rest.rstrip())


def _break(word: str, width: float, size: float) -> list[str]:
    pieces, piece = [], ""
    for letter in word:
        if piece and width_of(piece + letter, size) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
