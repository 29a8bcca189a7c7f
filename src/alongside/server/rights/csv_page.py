"""The accounting of one person as a table for other programs."""

from django.http import HttpRequest, HttpResponse

from alongside.server.rights.person_page import gather_lines, is_for_guardian
from alongside.server.site.routes import page
from alongside.server.site.table_file import table_file
from alongside.server.site.templatetags.times import local

COLUMNS = ("at", "kind", "who", "to", "what", "pieces", "purpose", "basis", "owed", "told")


@page("rights")
def accounting_csv(request: HttpRequest, person: str) -> HttpResponse:
    """The whole of it as a table."""
    lines, _told = gather_lines(request, person, is_for_guardian(request))
    written = ({"at": local(line["at"]).isoformat(timespec="seconds"), "owed": "yes" if line["owed"] else "no"} for line in lines)
    return table_file("accounting", COLUMNS, ({**line, **told} for line, told in zip(lines, written, strict=True)))
