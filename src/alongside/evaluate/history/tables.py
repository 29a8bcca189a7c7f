"""Sources that are tables already: Parquet, Excel sheets, ArcGIS feature-service pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import fastexcel
import polars as pl

from alongside.evaluate.history.batch import Batch, Unreadable, check_columns

ROWS = 200_000


def read_parquet(file: Path, wanted: dict[str, bool], share: Callable[[int], float]) -> Iterator[Batch]:
    """Slices of the file, every column as text."""
    try:
        lazy = pl.scan_parquet(file)
        schema = lazy.collect_schema()
        rows = int(lazy.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError as error:
        raise Unreadable(f"{file.name}: is not a Parquet file that can be read ({type(error).__name__}).") from error
    used = check_columns(file.name, schema.names(), wanted)
    for start in range(0, rows, ROWS):
        frame = lazy.select(used).slice(start, ROWS).collect().cast(pl.String)
        yield number(file.name, frame, start + 1, share(file.stat().st_size * (start + frame.height) // rows))


def read_excel(file: Path, sheet: str | None, wanted: dict[str, bool], share: Callable[[int], float]) -> Iterator[Batch]:
    """One sheet (the first unless named), every cell as text; rows are numbered as Excel shows them."""
    try:
        book = fastexcel.read_excel(file)
        frame = book.load_sheet(sheet or 0, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise Unreadable(f"{file.name}: cannot be read as an Excel workbook ({str(error).splitlines()[0]}).") from error
    used = check_columns(file.name, frame.columns, wanted)
    yield number(file.name, frame.select(used), 2, share(file.stat().st_size))


def read_arcgis(name: str, stream: IO[bytes], wanted: dict[str, bool], share: Callable[[], float]) -> Batch:
    """One page of an ArcGIS answer; a geometry's x and y become columns `geometry.x` and `geometry.y`."""
    page = load_page(name, stream.read())
    features = page["features"]
    found = list(dict.fromkeys([*(field["name"] for field in page.get("fields") or ()), *(features[0]["attributes"] if features else ())]))
    used = check_columns(name, [*found, "geometry.x", "geometry.y"], wanted)
    rows = [{**feature["attributes"], **point(feature.get("geometry"))} for feature in features]
    columns = [pl.Series(column, [as_text(row.get(column)) for row in rows], pl.String) for column in used]
    notes = (f"{name}: the server held more rows than this page (exceededTransferLimit)",) if page.get("exceededTransferLimit") else ()
    batch = number(name, pl.DataFrame(columns), 1, share())
    return Batch(name, batch.frame, batch.read, batch.share, (), notes)


def load_page(name: str, body: bytes) -> dict[str, Any]:
    try:
        page = json.loads(body)
    except ValueError as error:
        raise Unreadable(f"{name}: is not whole JSON ({error}); fetch the page again.") from error
    if isinstance(page, dict) and "error" in page:
        raise Unreadable(f"{name}: holds the server's error instead of rows; fetch the page again.")
    if not isinstance(page, dict) or not all(isinstance(item, dict) and "attributes" in item for item in page.get("features", [None])):
        raise Unreadable(f"{name}: is not an ArcGIS feature page; one has “features”, each with “attributes”.")
    return page


def point(geometry: dict[str, Any] | None) -> dict[str, Any]:
    return {"geometry.x": geometry.get("x"), "geometry.y": geometry.get("y")} if geometry else {}


def as_text(value: Any) -> str | None:
    return None if value is None else str(value)


def number(file: str, frame: pl.DataFrame, first: int, share: float) -> Batch:
    rows = pl.int_range(first, first + frame.height, dtype=pl.UInt32, eager=True).alias("row")
    return Batch(file, frame.with_columns(rows), frame.height, share)
