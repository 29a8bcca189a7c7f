"""A measure as a card: value, interval, n, missing and definition in the reader's language."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.evaluate.measures.measure import Measure

MINUTE, HOUR = 60_000, 3_600_000
ORIGINS = {
    "call_911": _lazy("911 call"), "call_988": _lazy("988 call"), "officer": _lazy("Officer"), "dispatcher": _lazy("Dispatcher"),
    "self_staged": _lazy("Crew came upon it"), "community": _lazy("Community, family or provider"), "walk_in": _lazy("Walk-in"),
    "facility": _lazy("Facility"), "data_review": _lazy("Data review"),
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One bar of a count by something; ``share`` is 0–100. ``count`` is None where it is withheld."""

    label: str
    count: int | None
    share: int


@dataclass(frozen=True)
class Card:
    """What the page shows of one measure."""

    id: str
    label: str
    value: str
    interval: str
    p90: str
    fraction: str
    missing: int
    numerator: str
    denominator: str
    missing_means: str
    better: str
    source: str
    suppressed: bool
    parts: tuple[Part, ...]

    @property
    def withholds(self) -> bool:
        """Whether one of its bars is not shown."""
        return any(part.count is None for part in self.parts)


def card(measure: Measure, language: str) -> Card:
    """The card of a measure; words fall back to English where the library has no others."""
    of = measure.definition
    words = [texts.get(language, texts["en"]) for texts in (of.labels, of.numerator, of.denominator, of.missing)]
    return Card(
        of.id, words[0], _value(measure), _interval(measure), _p90(measure), _fraction(measure),
        measure.missing, words[1], words[2], words[3], of.better, of.source, measure.suppressed, _parts(measure),
    )  # fmt: skip


def _value(measure: Measure) -> str:
    if measure.suppressed:
        return _("withheld")
    if measure.value is None:
        return "–"
    return _in_unit(measure, measure.value)


def _in_unit(measure: Measure, value: float) -> str:
    kind = measure.definition.kind
    if kind == "time":
        return _length(value)
    if kind in ("share", "promises"):
        return f"{number_format(100 * value, 0)} %"
    return number_format(value, 0)


def _length(ms: float) -> str:
    """Minutes and seconds, or hours and minutes."""
    if ms >= 100 * MINUTE:
        return f"{int(ms // HOUR)} h {int(ms % HOUR // MINUTE):02} min"
    return f"{int(ms // MINUTE)}:{int(ms % MINUTE // 1000):02} min"


def _interval(measure: Measure) -> str:
    if measure.interval is None or measure.suppressed:
        return ""
    return _("95 %% between %(low)s and %(high)s") % {
        "low": _in_unit(measure, measure.interval.low),
        "high": _in_unit(measure, measure.interval.high),
    }


def _p90(measure: Measure) -> str:
    """The 90th percentile; of fewer than six values it would only be their longest."""
    return _length(measure.p90) if measure.p90 is not None and measure.denominator >= 6 and not measure.suppressed else ""


def _fraction(measure: Measure) -> str:
    if measure.suppressed:
        return _("fewer than 11 people in a cell")
    if measure.definition.kind in ("share", "promises") or measure.numerator != measure.denominator:
        return _("%(part)s of %(whole)s") % {"part": measure.numerator, "whole": measure.denominator}
    return _("n = %(count)s") % {"count": measure.denominator}


def _parts(measure: Measure) -> tuple[Part, ...]:
    most = max((count for _name, count in measure.parts if count), default=1)
    return tuple(Part(str(ORIGINS.get(name, name)), count, round(100 * (count or 0) / most)) for name, count in measure.parts)
