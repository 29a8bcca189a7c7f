"""People we meet often, and places: what a human should look at, with the counts that put it here, and what was decided."""

from django.http import HttpRequest, HttpResponse

from alongside.core.often.listing import Often, list_often
from alongside.server.cases.coded import coded, offer
from alongside.server.cases.rows import kinds_of, workers_of
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import tell_all

AGAIN_DAYS = (7, 14, 30, 90)
DAY_MS = 86_400_000
SHOWN = 8


@page("often")
def often(request: HttpRequest) -> HttpResponse:
    """What waits first; nobody is enrolled in anything by being here."""
    with look(request) as seen:
        now = seen.asking.now
        found = list_often(seen.view.board, seen.asking.rules.cases.often, now)
        rows = [{**_row(seen, one), "waits": one.is_waiting(now)} for one in found]
        told = _choices(seen)
    words = read_words(request, [one for row in rows for one in row["references"]], "operations")
    for row in rows:
        row["words"] = tell_all(words, row.pop("references"))
    lists = {"waiting": [row for row in rows if row["waits"]], "decided": [row for row in rows if not row["waits"]]}
    return show(request, "cases", "often", {**told, **lists})


def _row(seen: Look, one: Often) -> Row:
    latest = one.incidents[0]
    review = one.review
    return {
        "whom": one.whom,
        "key": one.key,
        "counts": [{"days": window // DAY_MS, "count": count, "least": least} for window, count, least in one.counts],
        "contacts": [{"number": need.number, "at": need.taken_at} for need in one.incidents[:SHOWN]],
        "more": max(0, one.counted - SHOWN),
        "latest_at": latest.taken_at,
        "references": tuple(word for word in latest.words if word.field == "place")[-1:] if one.whom == "place" else (),
        "has_case": one.has_case,
        "decision": coded("decision", review.decision) if review else "",
        "decided_at": review.at if review else None,
        "decided_by": seen.view.names.person(review.author) if review else "",
        "look_again_at": review.look_again_at if review else None,
    }


def _choices(seen: Look) -> Row:
    now = seen.asking.now
    return {
        "kinds": kinds_of(seen),
        "workers": workers_of(seen),
        "because": offer("because", ["repeat_contacts", "review"]),
        "again": [{"days": days, "at": now + days * DAY_MS} for days in AGAIN_DAYS],
        "desk": seen.actor.seat,
    }
