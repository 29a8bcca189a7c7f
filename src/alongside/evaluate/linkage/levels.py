"""How two records are compared: by field, from full agreement down, each level with a code that pages put into words.

``same`` and ``chance`` are how often a level is seen between two records of one person and of two: the values a model starts from, and
keeps where there are too few records to learn from. Set beforehand by hand, as Fellegi and Sunter's m and u, from what registries report
of such fields (names misspelled in a few of a hundred, numbers changed in many); nobody's data were looked at.
"""

from typing import NamedTuple


class Level(NamedTuple):
    """One way to agree. ``sql`` compares the columns ``{0}_l`` and ``{0}_r``; ``rare`` counts a rare value for more."""

    code: str
    sql: str
    same: float
    chance: float
    rare: bool = False


EXACT = "{0}_l = {0}_r"
CLOSE = "jaro_winkler_similarity({0}_l, {0}_r) >= 0.92"
ALIKE = "jaro_winkler_similarity({0}_l, {0}_r) >= 0.84"
ONE_OFF = "damerau_levenshtein({0}_l, {0}_r) <= 1"
TWO_OFF = "damerau_levenshtein({0}_l, {0}_r) <= 2"
OTHER = "ELSE"
SWAPPED = {"given": "given_l = surname_r", "surname": "surname_l = given_r"}


def _name(field: str, chance: float) -> tuple[Level, ...]:
    return (
        Level("same", EXACT, 0.80, chance, rare=True),
        Level("close", CLOSE, 0.09, chance),
        Level("swapped", SWAPPED[field], 0.02, chance / 4),
        Level("alike", ALIKE, 0.04, 0.01),
        Level("other", OTHER, 0.05, 0.99 - 2.25 * chance),
    )


FIELDS: dict[str, tuple[Level, ...]] = {
    "given": _name("given", 0.006),
    "surname": _name("surname", 0.003),
    "birth_date": (
        Level("same", EXACT, 0.88, 0.00004, rare=True),
        Level("one_off", ONE_OFF, 0.07, 0.0015),
        Level("two_off", TWO_OFF, 0.02, 0.012),
        Level("other", OTHER, 0.03, 0.98646),
    ),
    "phone": (Level("same", EXACT, 0.55, 0.00001), Level("two_off", TWO_OFF, 0.07, 0.00003), Level("other", OTHER, 0.38, 0.99996)),
    "house": (Level("same", EXACT, 0.60, 0.008), Level("other", OTHER, 0.40, 0.992)),
    "street": (
        Level("same", EXACT, 0.52, 0.004, rare=True),
        Level("close", CLOSE, 0.09, 0.004),
        Level("alike", ALIKE, 0.04, 0.012),
        Level("other", OTHER, 0.35, 0.98),
    ),
    "postcode": (
        Level("same", EXACT, 0.65, 0.03, rare=True),
        Level("one_off", ONE_OFF, 0.10, 0.10),
        Level("other", OTHER, 0.25, 0.87),
    ),
}
COLUMNS = tuple(FIELDS)


def level_at(field: str, gamma: int) -> str:
    """The code of what Splink counts from the bottom up; "missing" for -1, where one of the two says nothing."""
    return "missing" if gamma < 0 else FIELDS[field][len(FIELDS[field]) - 1 - gamma].code
