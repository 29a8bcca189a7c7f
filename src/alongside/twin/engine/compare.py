"""The first row in which two runs differ, said so that a person can see what happened around it."""

import numpy as np

from alongside.twin.engine.codes import MISSING, OPTION, kind_numbers

BEFORE = 6


def first_difference(reference: np.ndarray, fast: np.ndarray) -> str:
    """Empty where both are the same, row by row."""
    shared = min(len(reference), len(fast))
    unequal = np.nonzero((reference[:shared] != fast[:shared]).any(axis=1))[0]
    if not len(unequal) and len(reference) == len(fast):
        return ""
    place = int(unequal[0]) if len(unequal) else shared
    names = {number: name for name, number in kind_numbers().items()} | {OPTION: "  option", MISSING: "  missing"}
    lines = [_line("both", names, reference[row]) for row in range(max(0, place - BEFORE), place)]
    for who, rows in (("core", reference), ("kernel", fast)):
        lines += [_line(who, names, rows[row]) for row in range(place, min(place + 3, len(rows)))] or [f"{who}: nothing more"]
    return f"row {place} of {len(reference)} and {len(fast)}\n" + "\n".join(lines)


def _line(who: str, names: dict[int, str], row: np.ndarray) -> str:
    return f"{who:>6}  {int(row[1])}  {names.get(int(row[0]), '?'):<24} {' '.join(str(int(value)) for value in row[2:])}"
