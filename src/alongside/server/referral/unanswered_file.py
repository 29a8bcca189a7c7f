"""Which organizations leave us without an answer, as a table for other programs."""

from django.http import HttpRequest, HttpResponse

from alongside.server.referral.rows import list_mine, unanswered
from alongside.server.site.looking import look
from alongside.server.site.routes import page
from alongside.server.site.table_file import table_file

COLUMNS = ("organization", "asked", "overdue", "waiting", "never_answered", "agreed", "seen")


@page("referral")
def unanswered_csv(request: HttpRequest) -> HttpResponse:
    """The same rows as on the page of referrals, for the same reader."""
    with look(request) as seen:
        rows = unanswered(seen, list_mine(seen))
    named = {"organization": "partner", "overdue": "late", "waiting": "waits", "never_answered": "silent"}
    return table_file("unanswered-referrals", COLUMNS, ({name: row[named.get(name, name)] for name in COLUMNS} for row in rows))
