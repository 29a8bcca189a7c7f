"""Opens a directory's file: a tabular package (zip, folder, one CSV), JSON of an API or a dump, lines of JSON; packed with gzip or not."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from alongside.library.directory.linksf import is_link_sf, read_link_sf
from alongside.library.directory.nested import flatten
from alongside.library.directory.report import Report
from alongside.library.directory.rows import Row, put_right, table_of
from alongside.library.directory.unpacking import BROKEN, Unreadable, list_files

__all__ = ["Unreadable", "bundled", "read_rows"]
csv.field_size_limit(2**31 - 1)


def read_rows(paths: Sequence[Path], report: Report) -> list[Row]:
    """Every row of every table of these files, counted as read. Raises :class:`Unreadable`."""
    rows = [row for path in paths for row in _read_path(path, report)]
    if not any(row.table == "service" for row in rows):
        names = ", ".join(path.name for path in paths)
        raise Unreadable(f"{names} holds no services. Give an HSDS package (services.csv …) or the JSON of an HSDS interface.")
    return rows


def _read_path(path: Path, report: Report) -> list[Row]:
    try:
        return [row for name, data in list_files(path) for row in _read(name, data, report)]
    except (*BROKEN, RecursionError) as broken:
        raise Unreadable(f"{path.name} cannot be opened ({type(broken).__name__}). Give a zip, a folder, CSV or JSON.") from broken


def _read(name: str, data: bytes, report: Report) -> Iterator[Row]:
    """The rows of one file; a package's own description is no row."""
    base = Path(name).name
    if base == "datapackage.json":
        return
    text = data.decode("utf-8-sig", errors="replace")
    if base.endswith(".csv"):
        yield from _read_csv(base, text, report)
    else:
        yield from _read_json(base, text, report)


def _read_csv(base: str, text: str, report: Report) -> Iterator[Row]:
    table = table_of(base.removesuffix(".csv"))
    reader = csv.DictReader(io.StringIO(text, newline=""))
    named = table == "taxonomy_term" or not {"parent_id", "vocabulary"} & set(reader.fieldnames or ())
    table = table if named else "taxonomy_term"
    for number, values in enumerate(reader, 2):
        where, counted = f"{base} row {number}", table or base
        report.read[counted] += 1
        if not table:
            report.refuse(counted, where, "not_read", base)
        elif None in values:
            report.refuse(table, where, "too_many_columns")
        else:
            yield Row(table, where, put_right(table, values))


def _read_json(base: str, text: str, report: Report) -> Iterator[Row]:
    try:
        whole = json.loads(text)
    except ValueError:
        whole = _read_lines(base, text)
    if is_link_sf(whole):
        whole = read_link_sf(whole)
    for table, where, values in _objects(base, whole):
        yield from flatten(table, where, values, report)


def _read_lines(base: str, text: str) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError as broken:
        raise Unreadable(f"{base} is not well-formed JSON.") from broken


def _objects(base: str, whole: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The top objects: a list, an API's page, a page of pages, or a table of tables."""
    if isinstance(whole, dict) and isinstance(whole.get("contents"), list):
        whole = whole["contents"]
    if isinstance(whole, dict) and (tables := {name: rows for name, rows in whole.items() if table_of(name) and isinstance(rows, list)}):
        for name, rows in tables.items():
            if "id" not in whole:
                yield from ((table_of(name), f"{base} {name} {at}", one) for at, one in enumerate(rows, 1) if isinstance(one, dict))
        if "id" not in whole:
            return
    for at, one in enumerate(whole if isinstance(whole, list) else [whole], 1):
        if isinstance(one, dict) and isinstance(one.get("contents"), list):
            yield from _objects(f"{base} page {at}", one)
        elif isinstance(one, dict):
            yield _kind_of(base, one), f"{base} {at}", one


def _kind_of(base: str, one: dict[str, Any]) -> str:
    """A service, unless it looks like an organization: those hold services or are called so."""
    if "services" in one or base.casefold().startswith("organization"):
        return "organization"
    return "location" if base.casefold().startswith("location") else "service"


def bundled(area: str) -> Path | None:
    """The invented directory that comes with an area, for trying things out; None where there is none."""
    path = Path(__file__).with_name(f"{area.replace('-', '_')}.json")
    return path if path.is_file() else None
