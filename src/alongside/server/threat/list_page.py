"""My threat files: what I am asked to answer for, what is late, the rest; for a supervisor every open one by who answers for it."""

from django.http import HttpRequest, HttpResponse

from alongside.core.threat.finding import has_part
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.threat.coded import offer
from alongside.server.threat.rows import file_row, with_who

KEPT = 50  # closed ones that the page still names


@page("threat")
def mine(request: HttpRequest) -> HttpResponse:
    """Those I work on, by name; those others work on, for who oversees, without one."""
    with look(request) as seen:
        told = _told(seen)
    words = read_words(request, [one for row in told["mine"] for one in row["references"]], "operations")
    with_who([*told["mine"], *told["asked"], *told["others"], *told["closed"]], words)
    return show(request, "threat", "list", told)


def _told(seen: Look) -> Row:
    files, by, rules = list(seen.view.board.threats), seen.actor, seen.asking.rules.threat
    held = [file_row(seen, one) for one in files if has_part(by, one)]
    others = [file_row(seen, one) for one in files if one.is_open and not has_part(by, one)] if by.role == "supervisor" else []
    closed = [one for one in files if one.closed_by == by.staff and not one.is_open]
    return {
        "mine": sorted(held, key=lambda row: row["due"]),
        "asked": [file_row(seen, one) for one in files if one.offered_to == by.staff],
        "others": sorted(others, key=lambda row: row["review_at"]),
        "closed": [file_row(seen, one) for one in closed[-KEPT:]],
        "refusals": offer("not_taken"),
        "opens": by.agency in rules.agencies and by.role in rules.leads,
        "runs": bool(rules.agencies),
        "oversees": by.role == "supervisor",
    }
