"""The accounting of one person as a table for other programs."""

import csv
from io import StringIO

from django.http import HttpRequest, HttpResponse

from alongside.server.rights.person_page import gather_lines, is_for_guardian
from alongside.server.site.routes import page
from alongside.server.site.templatetags.times import local

COLUMNS = ("at", "kind", "who", "to", "what", "pieces", "purpose", "basis", "owed", "told")


@page("rights")
def accounting_csv(request: HttpRequest, person: str) -> HttpResponse:
    """The whole of it as a table."""
    lines, _told = gather_lines(request, person, is_for_guardian(request))
    out = StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for line in lines:
        cells = {**line, "at": local(line["at"]).isoformat(timespec="seconds"), "owed": "yes" if line["owed"] else "no"}
        table.writerow([_harmless(str(cells[name])) for name in COLUMNS])
    named = {"Content-Disposition": "attachment; filename=accounting.csv"}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=named)


def _harmless(cell: str) -> str:
    """No spreadsheet takes it for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
