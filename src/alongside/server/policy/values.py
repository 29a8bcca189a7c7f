"""A setting's value as people read and type it: “20 min”, a number, yes or no, codes as their words."""

import re

from django.utils.translation import gettext as _

from alongside.core.policy.bounds import Bound
from alongside.core.policy.state import Setting
from alongside.server.policy import told
from alongside.server.site.code_words import say_code
from alongside.server.site.coded import word
from alongside.server.site.names import Names

UNITS_MS = {"d": 86_400_000, "h": 3_600_000, "min": 60_000, "s": 1_000}
TYPED = re.compile(r"\s*(\d{1,6})\s*(d|h|min|s)\s*")
MORE_THAN = {"d": 3, "h": 2}  # “60 min” and “72 h” are said so, not as an hour and three days


def say_time(ms: int) -> str:
    """In the largest unit that says it exactly, and people use."""
    for unit, size in UNITS_MS.items():
        if ms % size == 0 and ms > MORE_THAN.get(unit, 0) * size:
            return f"{ms // size} {unit}"
    return f"{ms / UNITS_MS['s']:g} s"


def read_time(text: str) -> int | None:
    """Milliseconds, or None where it is no time."""
    found = TYPED.fullmatch(text)
    return int(found[1]) * UNITS_MS[found[2]] if found else None


def say_value(setting: Setting | None, bound: Bound, names: Names, language: str) -> str:
    """In words; – where nothing is said."""
    if setting is None:
        return "–"
    if bound.unit == "codes":
        words = [say_code_of(setting.name, code, names, language) for code in setting.codes]
        return (" → " if bound.ordered else ", ").join(words)
    if bound.unit == "flag":
        return say_code(told.FLAG, str(setting.number))
    return say_time(setting.number) if bound.unit == "time" else str(setting.number)


def say_code_of(name: str, code: str, names: Names, language: str) -> str:
    """A code of this setting: a crew, an origin, an outcome or a level."""
    last = name.rpartition(".")[2]
    if last in ("order", "levels"):
        return names.label(f"{'crew' if last == 'order' else 'level'}.{code}", language)
    return word("origin" if last == "asked_by" else "disposition", code)


def say_bound(bound: Bound) -> str:
    """What may be put in, for who put in something else."""
    if bound.unit == "codes":
        return str(_("Choose at least one; each only once."))
    if bound.unit == "time":
        least, most = say_time(bound.least), say_time(bound.most)
        return str(_("Write a time from %(least)s to %(most)s, with s, min, h or d.") % {"least": least, "most": most})
    return str(_("This must be a whole number from %(least)s to %(most)s.") % {"least": bound.least, "most": bound.most})
