"""One import under way: batches in, the finished table out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from alongside.evaluate.history.batch import ASIDE, Batch
from alongside.evaluate.history.clean import clean
from alongside.evaluate.history.clocks import FoldWalk
from alongside.evaluate.history.coding import Coder
from alongside.evaluate.history.gather import Keys, finish_calls, keys_of, write_calls
from alongside.evaluate.history.mapping import Mapping
from alongside.evaluate.history.report import Progress, Report
from alongside.evaluate.history.shelf import Shelf


@dataclass
class Run:
    """One import under way: cleaned batches wait on the shelf, keys and counts stay in memory."""

    mapping: Mapping
    work: Path
    progress: Progress | None
    report: Report = field(init=False)
    walk: FoldWalk = field(default_factory=FoldWalk)
    keys: Keys = field(init=False)
    coder: Coder = field(init=False)
    aside: list[pl.DataFrame] = field(default_factory=list)
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.report = Report(self.mapping.name, assumed=list(self.mapping.assumed))
        self.coder = Coder(self.mapping)
        self.keys = keys_of(self.mapping)
        self.shelf = Shelf(self.work)

    def take(self, batch: Batch) -> None:
        """Clean one batch and put it on disk."""
        cleaned = clean(batch, self.mapping, self.walk)
        calls = cleaned.calls.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).alias("ordinal") + self.report.rows_taken)
        if not self.mapping.units:
            calls = self.coder.code(calls)
            self.keys.add(calls)
        self.shelf.add(calls)
        self.note(batch, cleaned.aside, calls.height)

    def note(self, batch: Batch, aside: pl.DataFrame, taken: int) -> None:
        report = self.report
        report.rows_read += batch.read
        report.rows_taken += taken
        report.rows_set_aside += aside.height
        report.set_aside.update(dict(aside.get_column("reason").value_counts().iter_rows()))
        report.notes.extend(batch.notes)
        report.files.extend([batch.file] if batch.file not in report.files else [])
        self.aside.extend([aside] if aside.height else [])
        if self.progress:
            self.progress(report.rows_read, batch.share)

    def finish(self, folder: Path | None) -> Report:
        """Join what only the whole file could tell, write everything, count everything."""
        rows = self.shelf.scan()
        if rows is None:
            self.report.notes.append("the source holds no rows")
        calls = finish_calls(rows, self.keys, self.coder if self.mapping.units else None)
        target = (folder or self.work) / "calls.parquet"
        write_calls(calls, target.with_suffix(".part"))
        target.with_suffix(".part").replace(target)
        self.report.count(pl.scan_parquet(target))
        if folder:
            set_aside = pl.concat([pl.DataFrame(schema=ASIDE), *self.aside])
            set_aside.write_parquet(folder / "set_aside.parquet")
            (folder / "report.json").write_text(self.report.as_json() + "\n", encoding="utf-8")
        return self.report
