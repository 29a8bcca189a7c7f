"""The access report as a file, row by row."""

import csv
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from alongside.server.audit.asked import note_report, read_wanted
from alongside.server.audit.report import HEADINGS, Wanted, list_rows
from alongside.server.audit.tables import open_alerts
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("audit")
def report_csv(request: HttpRequest) -> HttpResponse:
    """All of it as a file, row by row."""
    wanted, unknown = read_wanted(request.GET.dict())
    note_report(request, wanted)
    answer = HttpResponse(_lines(wanted, unknown), content_type="text/csv")
    answer["Content-Disposition"] = 'attachment; filename="access-report.csv"'
    return answer


def _lines(wanted: Wanted, nothing: bool) -> Iterator[str]:
    engine = open_alerts(get_deployment().options.ledger)
    try:
        writer = csv.writer(Line())
        yield writer.writerow(HEADINGS)
        if not nothing:
            yield from map(writer.writerow, list_rows(engine, wanted))
    finally:
        engine.close()


class Line:
    """Gives back what is written, for whoever writes line by line."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text
