"""Whom we sent on, and where that stands; and which organizations leave us without an answer."""

from django.http import HttpRequest, HttpResponse

from alongside.server.referral.rows import AGREED, CLOSED, LATE, TO_FIND, WAITS, list_mine, list_of, referral_row, unanswered
from alongside.server.site.looking import look, show
from alongside.server.site.routes import page

SHOWN = 100  # of those that are closed


@page("referral")
def list_referrals(request: HttpRequest) -> HttpResponse:
    """Late first, then where another way must be found; the soonest first."""
    with look(request) as seen:
        mine = list_mine(seen)
        rows = [referral_row(seen, one) for one in mine]
        partners = unanswered(seen, mine)
    told: dict[str, list[dict[str, object]]] = {name: [] for name in (LATE, TO_FIND, WAITS, AGREED, CLOSED)}
    for row in sorted(rows, key=lambda one: one["due_at"]):
        told[list_of(row)].append(row)
    told[CLOSED] = sorted(told[CLOSED], key=lambda row: -int(str(row["closed_at"])))[:SHOWN]
    return show(request, "referral", "list", {**told, "partners": partners})
