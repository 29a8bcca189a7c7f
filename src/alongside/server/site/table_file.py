"""Rows as a file that other programs read as a table."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from django.http import HttpResponse


def table_file(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> HttpResponse:
    """``name``.csv, with these columns of each row in this order."""
    out = StringIO()
    table = csv.writer(out)
    table.writerow(columns)
    table.writerows([harmless(str(row[column])) for column in columns] for row in rows)
    told = {"Content-Disposition": f"attachment; filename={name}.csv"}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=told)


def harmless(cell: str) -> str:
    """No spreadsheet takes it for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
