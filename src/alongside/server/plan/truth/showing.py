"""The answer in rows and sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.figures import say
from alongside.twin.truth.measuring import Beside
from alongside.twin.truth.told import Truth

LABELS = {
    "response_median": _lazy("Half of the calls had a crew within"), "response_p90": _lazy("Nine of ten had one within"),
    "without_police": _lazy("Calls a crew came to without police"), "declined": _lazy("People who declined"),
    "taken_along": _lazy("People taken to a place"),
}  # fmt: skip
MINUTES = ("response_median", "response_p90")


@dataclass(frozen=True)
class Row:
    """One figure; ``is_inside``: life lies where the twin says."""

    id: str
    label: str
    lived: str
    expected: str
    interval: str
    is_inside: bool
    says: str


def show(truth: Truth, least: int, zone: ZoneInfo) -> dict[str, Any]:
    """The parts of the page; nothing for a reader from whom so few calls are withheld."""
    span = {name: wall_clock(at, zone) for name, at in (("since", truth.since), ("until", truth.until))}
    if truth.calls < least:
        return {"withheld": True, **span}
    shown = {name: one for name, one in truth.figures.items() if not any(0 < cell < least for cell in cells(*truth.counts[name]))}
    rows = [row(name, one) for name, one in shown.items()]
    told = {"rows": rows, "inside": sum(one.is_inside for one in rows), "kept_back": len(truth.figures) - len(rows), "least": least}
    return {**told, "truth": truth, "reasons": list(reasons(truth, least)), **span}


def cells(part: int, of: int) -> tuple[int, int, int]:
    """Who could be told apart by a figure: those it counts, all of them, and the others."""
    return part, of, of - part


def wall_clock(at: int, zone: ZoneInfo) -> datetime:
    """What a clock on the wall showed then: without a zone, so that no page moves it again."""
    return datetime.fromtimestamp(at / 1000, zone).replace(tzinfo=None)


def row(name: str, one: Beside) -> Row:
    """As minutes, or as a share."""
    lived, mean, low, high = (said(name, value) for value in (one.lived, one.mean, one.low, one.high))
    between = gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    return Row(name, str(LABELS[name]), lived, mean, between, one.is_inside, verdict(name, one))


def said(name: str, value: float) -> str:
    """12.4 min; 78 %."""
    if name in MINUTES:
        return f"{say(max(0.0, value), 1)} min"
    return f"{say(100 * min(1.0, max(0.0, value)))} %"


def verdict(name: str, one: Beside) -> str:
    """Whether life lies inside, in words."""
    if one.is_inside:
        return gettext("inside: the twin expects such a time")
    if one.lived > one.high:
        return gettext("above what the twin expects")
    return gettext("below what the twin expects")


def reasons(truth: Truth, least: int) -> Iterator[str]:
    """What life had and planning does not know, where it had it; fewer than ``least`` are not told."""
    if truth.other_choices >= max(1, least):
        yield ngettext(
            "To %(n)s call another crew than the first recommended was sent; the twin sends the first.",
            "To %(n)s calls another crew than the first recommended was sent; the twin sends the first.", truth.other_choices,
        ) % {"n": truth.other_choices}  # fmt: skip
    if truth.staged >= max(1, least):
        yield ngettext(
            "At %(n)s call a crew waited for an officer before it went in; the twin goes in at once.",
            "At %(n)s calls a crew waited for an officer before it went in; the twin goes in at once.", truth.staged,
        ) % {"n": truth.staged}  # fmt: skip
    if truth.with_partner >= max(1, least):
        yield ngettext(
            "%(n)s person was handed over to the crisis line; the twin sends a crew or a clinician.",
            "%(n)s people were handed over to the crisis line; the twin sends a crew or a clinician.", truth.with_partner,
        ) % {"n": truth.with_partner}  # fmt: skip
