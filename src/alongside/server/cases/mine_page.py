"""My caseload: what is asked of me, what is late, what is soon due; several passed on at once."""

from django.http import HttpRequest, HttpResponse

from alongside.core.cases.holding import count_load, works
from alongside.server.cases.coded import offer
from alongside.server.cases.rows import case_row, kinds_of, with_names, workers_of
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row

KEPT = 50  # closed ones that the page still names


@page("cases")
def mine(request: HttpRequest) -> HttpResponse:
    """Held by me, or by my team around the clock; those offered to me without a name."""
    kind = request.GET.get("kind", "")
    with look(request) as seen:
        told = _told(seen, kind)
    words = read_words(request, [one for row in told["all"] for one in row["name_references"]], "follow_up")
    with_names(told["all"], words)
    lists = {name: [row for row in told["all"] if row["list"] == name] for name in ("overdue", "soon", "later")}
    return show(request, "cases", "mine", {**told, **lists})


def _told(seen: Look, kind: str) -> Row:
    board, by = seen.view.board, seen.actor
    held = [one for one in board.cases if works(by, one) and kind in ("", one.kind)]
    rows = sorted((case_row(seen, one) for one in held), key=lambda row: row["due"])
    closed = [case_row(seen, one) for one in board.cases if one.closed_by == by.staff and not one.is_open]
    return {
        "all": rows,
        "asked": [case_row(seen, one) for one in board.cases if one.offered_to == by.staff],
        "closed": [{**row, "name_references": ()} for row in closed[-KEPT:]],
        "kinds": [{**one, "has": count_load(board, by.staff, one["code"])} for one in kinds_of(seen)],
        "kind": kind,
        "workers": workers_of(seen),
        "reasons": offer("passed"),
        "refusals": offer("not_taken"),
        "oversees": by.role == "supervisor",
    }
