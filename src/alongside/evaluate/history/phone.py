"""Hourly answering tables of telephone lines: counts by seconds waited, as one long table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from alongside.evaluate.history.batch import ASIDE, Batch, aside_frame
from alongside.evaluate.history.clean import source_text
from alongside.evaluate.history.clocks import FoldWalk
from alongside.evaluate.history.mapping import Mapping
from alongside.evaluate.history.report import Report
from alongside.evaluate.history.times import read_times

PHONE: dict[str, pl.DataType] = {
    "source": pl.String(),
    "file": pl.String(),
    "row": pl.UInt32(),
    "hour_at": pl.Int64(),  # start of the hour, milliseconds UTC
    "line": pl.String(),
    "waited": pl.String(),  # at most so many seconds, "over", "abandoned", "all"
    "calls": pl.Int64(),
    "flags": pl.UInt32(),
}


def import_phone(batches: Iterator[Batch], mapping: Mapping, folder: Path | None) -> Report:
    """Read the batches; write `phone.parquet` as PHONE. A row with a count or an hour that is no number goes aside whole."""
    report, walk = Report(mapping.name, assumed=list(mapping.assumed)), FoldWalk()
    tables, aside = [pl.DataFrame(schema=dict(PHONE))], [pl.DataFrame(schema=ASIDE)]
    for batch in batches:
        good, bad = read_hours(batch, mapping, walk)
        report.rows_read += batch.read
        report.rows_taken += good.get_column("row").n_unique()
        report.rows_set_aside += bad.height
        report.set_aside.update(dict(bad.get_column("reason").value_counts().iter_rows()))
        report.files.extend([batch.file] if batch.file not in report.files else [])
        tables.append(good)
        aside.append(bad)
    hours = pl.concat(tables)
    report.calls = report.current_calls = report.rows_taken
    report.first_ms, report.last_ms = hours.select(pl.col("hour_at").min(), pl.col("hour_at").max().alias("last")).row(0)
    counted = hours.filter(pl.col("waited") == "all").get_column("calls").sum()
    report.notes.append(f"{counted:,} telephone calls counted in hours, not listed")
    if folder:
        hours.write_parquet(folder / "phone.parquet")
        pl.concat(aside).write_parquet(folder / "set_aside.parquet")
        (folder / "report.json").write_text(report.as_json() + "\n", encoding="utf-8")
    return report


def read_hours(batch: Batch, mapping: Mapping, walk: FoldWalk) -> tuple[pl.DataFrame, pl.DataFrame]:
    frame = batch.frame
    times, flags = read_times(frame.select(source_text(mapping.times["received_at"], frame.columns).alias("received_at")), mapping, walk)
    wide = frame.select("row").hstack([times.get_column("received_at").alias("hour_at"), flags])
    cells = [(line.name, waited, column) for line in mapping.lines for waited, column in line.within.items()]
    counts = frame.select(pl.col(column).str.strip_chars().cast(pl.Int64, strict=False).alias(column) for _, _, column in cells)
    broken = pl.any_horizontal(pl.col(column).is_null() | (pl.col(column) < 0) for _, _, column in cells)
    wrong = wide.get_column("hour_at").is_null() | counts.select(broken).to_series()
    rows = [(row, "", "not a number", "the hour or a count cannot be read") for row in wide.filter(wrong).get_column("row")]
    long = [
        wide.with_columns(pl.lit(name).alias("line"), pl.lit(waited).alias("waited"), counts.get_column(column).alias("calls"))
        for name, waited, column in cells
    ]
    told = pl.concat(long).filter(~pl.concat([wrong] * len(cells))).with_columns(source=pl.lit(mapping.name), file=pl.lit(batch.file))
    ordered = told.select(pl.col(name).cast(kind) for name, kind in PHONE.items()).sort("row", "line", maintain_order=True)
    return ordered, pl.concat([aside_frame(batch.file, batch.aside), aside_frame(batch.file, rows)])
