"""What places answered over a period, and whether the chances shown came true."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.evaluate.measures.count import SMALL
from alongside.evaluate.places.refusals import list_patterns
from alongside.evaluate.places.reliability import reliability
from alongside.server.evaluate.answers import PARTS, pattern_row, reliability_row
from alongside.server.evaluate.periods import LABELS
from alongside.server.evaluate.released import read_asked
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("measures")
def places_measured(request: HttpRequest) -> HttpResponse:
    """Chances against answers, and who declines when and why; few questions are withheld from outsiders."""
    wanted = read_asked(request)
    period, asked, facilities = wanted.period, wanted.live.asked(), get_deployment().rules.facilities
    rows = asked.between(period.since, period.until)
    least = SMALL if wanted.for_outsiders else 0
    doors = [one for one in asked.doors if period.since <= one[1] < period.until]
    told = {
        **reliability_row(reliability(rows), least),
        "patterns": [pattern_row(one, facilities.get(one.facility), doors, least) for one in list_patterns(rows)],
        "parts": PARTS,
        "period": period,
        "periods": LABELS.items(),
        "stands_at": wanted.stands_at,
    }
    return render(request, "evaluate/places.html", told)
