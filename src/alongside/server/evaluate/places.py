"""What places answered over a period, and whether the chances shown came true."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.handoff.answers import PART_HOURS
from alongside.evaluate.measures.count import SMALL
from alongside.evaluate.measures.interval import quantile
from alongside.evaluate.places.plot import EDGE, SIDE, draw
from alongside.evaluate.places.refusals import Pattern, list_patterns
from alongside.evaluate.places.reliability import Reliability, reliability
from alongside.server.evaluate.live import find_live
from alongside.server.evaluate.periods import LABELS, find_period
from alongside.server.site.coded import word
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

MINUTE_MS = 60_000
Doors = Sequence[tuple[str, int, int]]


@page("measures")
def places_measured(request: HttpRequest) -> HttpResponse:
    """Chances against answers, and who declines when and why; few questions are withheld from outsiders."""
    deployment = get_deployment()
    live = find_live(deployment)
    period = find_period(request.GET.get("period", ""), deployment.clock.now(), live.how.zone)
    asked = live.extract().asked
    rows = asked.between(period.since, period.until)
    least = SMALL if request.actor.role == "evaluator" else 0
    doors = [one for one in asked.doors if period.since <= one[1] < period.until]
    told = {
        **_reliability(reliability(rows), least),
        "patterns": [_pattern(one, doors, least) for one in list_patterns(rows)],
        "parts": [f"{start:02}–{start + PART_HOURS:02}" for start in range(0, 24, PART_HOURS)],
        "period": period,
        "periods": LABELS.items(),
    }
    return render(request, "evaluate/places.html", told)


def _reliability(told: Reliability, least: int) -> dict[str, Any]:
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


def _pattern(one: Pattern, doors: Doors, least: int) -> dict[str, Any]:
    """One service of one facility as the table shows it."""
    facility = get_deployment().rules.facilities.get(one.facility)
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
        "parts": [round(100 * yes / asked) if asked and asked >= least else None for asked, yes in one.parts],
        "reasons": [(word("declined", code), count) for code, count in one.reasons.most_common() if count >= least],
    }
