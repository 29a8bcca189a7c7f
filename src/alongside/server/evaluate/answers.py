"""What places answered, as rows of the page: the plot and its table, and who declines, when and why. Few questions are withheld."""

from collections.abc import Sequence
from typing import Any

from alongside.core.handoff.answers import PART_HOURS
from alongside.core.rules import Facility
from alongside.evaluate.measures.interval import quantile
from alongside.evaluate.places.plot import EDGE, SIDE, draw
from alongside.evaluate.places.refusals import Pattern
from alongside.evaluate.places.reliability import Reliability
from alongside.server.site.coded import word

MINUTE_MS = 60_000
PARTS = tuple(f"{start:02}–{start + PART_HOURS:02}" for start in range(0, 24, PART_HOURS))  # of the local day
Doors = Sequence[tuple[str, int, int]]


def reliability_row(told: Reliability, least: int) -> dict[str, Any]:
    """The plot, its table, and the score beside that of the plain share."""
    if told.count < least:
        return {"withheld": True}
    return {
        "count": told.count,
        "brier": told.brier,
        "plain": told.plain,
        "dots": draw(told),
        "side": SIDE,
        "edge": SIDE - EDGE,
        "left": EDGE,
        "bands": [
            {"low": one.low, "high": one.low + 10, "count": one.count, "share": round(100 * one.share), "shown": round(100 * one.shown)}
            for one in told.bands
            if one.count >= least
        ],
    }


def percent(yes: int, asked: int, least: int) -> int | None:
    """The share of yes in percent; None where nobody, or too few to tell, were asked."""
    return round(100 * yes / asked) if asked and asked >= least else None


def pattern_row(one: Pattern, facility: Facility | None, doors: Doors, least: int) -> dict[str, Any]:
    """One service of one facility as the table shows it."""
    decided = one.yes + one.no + one.silent
    waits = sorted(ms for id, _at, ms in doors if id == one.facility)
    median = quantile(waits, 0.5)
    return {
        "label": facility.label if facility else one.facility,
        "service": word("service", one.service),
        "withheld": one.asked < least,
        "asked": one.asked,
        "no": one.no,
        "silent": one.silent,
        "advised": one.advised,
        "share": round(100 * one.yes / decided) if decided else None,
        "low": round(100 * one.interval.low) if one.interval else None,
        "high": round(100 * one.interval.high) if one.interval else None,
        "answer": None if one.median_ms is None else max(1, round(one.median_ms / MINUTE_MS)),
        "door": None if median is None else round(median / MINUTE_MS),
        "target": facility.drop_off_target_ms // MINUTE_MS if facility else None,
        "parts": [(part, percent(yes, asked, least)) for part, (asked, yes) in zip(PARTS, one.parts, strict=True)],
        "reasons": [(word("declined", code), count) for code, count in one.reasons.most_common() if count >= least],
    }
