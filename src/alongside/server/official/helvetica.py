"""How wide each letter of Helvetica is, which every reader of PDF brings along: what fits is measured, not guessed."""

ENCODING = "cp1252"  # WinAnsiEncoding
# In thousandths of the size, from the space (32) on, as Adobe's metrics of the standard fonts say; 0 where the encoding has no letter.
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 761,
    556, 0, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 0, 611, 0, 0, 222, 222, 333, 333, 350, 556, 1000,
    333, 1000, 500, 333, 944, 0, 500, 667, 278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333,
    400, 584, 333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722,
    667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 584,
    611, 556, 556, 556, 556, 500, 556, 500,
)  # fmt: skip


def width_of(text: str, size: float) -> float:
    """In points. Raises ``UnicodeEncodeError`` for a letter the font does not have."""
    return sum(WIDTHS[max(code, 32) - 32] for code in text.encode(ENCODING)) * size / 1000


def can_write(text: str) -> bool:
    """Whether the font has every letter of it: a name is written whole or left to a pen."""
    try:
        return all(code >= 32 and WIDTHS[code - 32] for code in text.replace("\n", " ").encode(ENCODING))
    except UnicodeEncodeError:
        return False
