"""What a program would face, as sentences, rows of tables, and CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from alongside.evaluate.facing.calls import LEAST_DAYS, NothingToSay
from alongside.evaluate.facing.where_when import Lasting
from alongside.evaluate.facing.who import WAYS
from alongside.evaluate.facing.whole import Facing, Range
from alongside.server.plan.figures import say

KIND_WORDS = {
    "mental_health": _lazy("Mental health crisis"), "suicide": _lazy("Thoughts of suicide, or an attempt"), "overdose": _lazy("Overdose"),
    "altered": _lazy("Changed mind or confusion"), "intoxicated": _lazy("Intoxicated"), "welfare": _lazy("Welfare check"),
    "missing": _lazy("Missing and at risk"), "disorder": _lazy("Unwanted or odd behavior"), "youth": _lazy("Young person out of control"),
}  # fmt: skip
WAY_WORDS = {
    "phone": _lazy("By phone or video"), "without": _lazy("A team without police"), "with_officer": _lazy("A team with an officer in it"),
    "ambulance": _lazy("An ambulance alone"), "police": _lazy("Police, as before"),
}  # fmt: skip
FEWER = "<11"
MINUTE_MS = 60_000


@dataclass(frozen=True)
class Line:
    """A count with its share in percent for a bar; a small one is withheld."""

    label: str
    count: str
    share: int
    sure: bool = True


def list_kinds(found: Facing, least: int) -> list[Line]:
    """What kinds of call; those that only may be behavioral health are marked."""
    sure = set(found.calls.sure.get_column("kind"))
    most = max((count for _kind, count in found.kinds), default=1)
    return [line(str(KIND_WORDS.get(kind, kind)), count, most, least, kind in sure) for kind, count in found.kinds]


def list_zones(found: Facing, least: int) -> list[Line]:
    """Most first."""
    most = max((one.calls for one in found.zones.listed), default=1)
    return [line(one.name, one.calls, most, least) for one in found.zones.listed]


def line(label: str, count: int, most: int, least: int, sure: bool = True) -> Line:
    return Line(label, FEWER if count < least else say(count), round(100 * count / most) if count >= least else 0, sure)


def say_nothing(nothing: NothingToSay) -> str:
    """Why there is no answer, and what to do."""
    count = nothing.count
    told: dict[str, str] = {
        "empty": _("This history holds no call with a time. Look at its import report: was everything set aside?"),
        "short": ngettext(
            "This history spans %(count)s day; less than a week (%(least)s days) tells nothing of a year. Import a longer one.",
            "This history spans %(count)s days; less than a week (%(least)s days) tells nothing of a year. Import a longer one.",
            count,
        )
        % {"count": count, "least": LEAST_DAYS},
        "none": _("Of %(count)s calls none says behavioral health. Look whether the mapping names the column of the call's type.")
        % {"count": say(count)},
    }
    return told[nothing.code]


def say_places(found: Facing) -> list[str]:
    """What cannot be placed, each with its number."""
    zones, said = found.zones, []
    if not zones.by:
        said.append(_("This history names no places: nothing can be said of where."))
    else:
        said.append(_("Calls by the history's own beats.") if zones.by == "beat" else _("Calls by squares of about two kilometers."))
    if zones.by and zones.unplaced:
        said.append(_("%(count)s calls name no place and are in no zone.") % {"count": say(zones.unplaced)})
    if zones.off_map:
        said.append(_("%(count)s calls have a place off the map of this center: counted, but in no zone.") % {"count": say(zones.off_map)})
    if zones.others:
        numbers = {"zones": zones.others, "calls": say(zones.others_calls)}
        said.append(_("%(zones)s more zones share %(calls)s calls.") % numbers)
    return said


def in_minutes(told: Lasting) -> dict[str, int]:
    """Median, its interval and the 90th percentile where they are known, in whole minutes."""
    bounds = told.interval or (told.median, told.median)
    values = {"median": told.median, "low": bounds[0], "high": bounds[1], "p90": told.p90}
    return {name: round(value / MINUTE_MS) for name, value in values.items() if value is not None}


@dataclass(frozen=True)
class ProgramRow:
    """One program: a cell for each way, and what follows for police."""

    program: str
    label: str
    cells: tuple[tuple[str, Range | None], ...]  # the way in words
    without: Range
    hours: Range | None
    busy: Range | None
    rostered: float


def list_programs(found: Facing, language: str) -> list[ProgramRow]:
    """In the order of the library; a way that nothing goes is left empty."""
    rows = []
    for one in found.programs:
        cells = tuple((str(WAY_WORDS[way]), one.calls[way] if one.calls[way].high >= 0.5 else None) for way in WAYS)
        label = one.ways.label.get(language, one.ways.label["en"])
        rows.append(ProgramRow(one.ways.program, label, cells, one.without_police, one.police_hours, one.busy, one.rostered))
    return rows


def as_csv(found: Facing, least: int) -> str:
    """Every figure of the page: part, what, value, and its 95 % interval where it is an estimate."""
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(("part", "what", "value", "low", "high"))
    out.writerows(counted(found, least))
    out.writerows(estimated(found))
    return text.getvalue()


def counted(found: Facing, least: int) -> Iterator[tuple[object, ...]]:
    """Counts as they are."""
    yield ("history", "calls", found.calls.everything)
    yield ("history", "days", f"{found.calls.days:.1f}")
    yield ("history", "say_behavioral_health", found.sure)
    yield ("history", "may_be", found.possible)
    for part, rows in (("kind", found.kinds), ("zone", [(one.name, one.calls) for one in found.zones.listed])):
        yield from ((part, safe(name), FEWER if count < least else count) for name, count in rows)
    for day in range(7):
        yield from (("hour", f"{day + 1} {hour:02}", FEWER if 0 < (n := int(found.hours[day, hour])) < least else n) for hour in range(24))


def estimated(found: Facing) -> Iterator[tuple[object, ...]]:
    """Medians and intervals."""
    yield ("year", "behavioral_health_calls", *numbers(found.yearly))
    yield ("year", "missed_by_their_words", *numbers(found.missed))
    for one in found.programs:
        yield from ((one.ways.program, way, *numbers(one.calls[way])) for way in WAYS)
        yield (one.ways.program, "without_police", *numbers(one.without_police))
        if one.police_hours and one.busy:
            yield (one.ways.program, "police_hours", *numbers(one.police_hours))
            yield (one.ways.program, "teams_busy_at_once", *(f"{value:.2f}" for value in (one.busy.middle, one.busy.low, one.busy.high)))


def numbers(told: Range) -> tuple[str, str, str]:
    return (f"{told.middle:.0f}", f"{told.low:.0f}", f"{told.high:.0f}")


def safe(text: str) -> str:
    """A cell no spreadsheet takes for a formula: names of zones come from somebody else's file."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
