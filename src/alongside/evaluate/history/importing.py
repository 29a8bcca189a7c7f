"""The way in: a dispatch centre's export → calls, rows set aside, and a report that adds up."""

from __future__ import annotations

import tempfile
from pathlib import Path

from alongside.evaluate.history.batch import ahead
from alongside.evaluate.history.mapping import Mapping
from alongside.evaluate.history.phone import import_phone
from alongside.evaluate.history.read_mapping import find_mapping
from alongside.evaluate.history.report import Progress, Report
from alongside.evaluate.history.run import Run
from alongside.evaluate.history.sources import read_batches

Out = Path | str | None


def import_cad(
    path: Path | str, mapping: Mapping | str | Path, out: Out = None, *, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Read the export at `path` (a file, or a folder of pages) as `mapping` says; write `calls.parquet` (or `phone.parquet`),
    `set_aside.parquet` and `report.json` into the folder `out` (nothing when `dry_run`).

    `progress(rows_read, share)` is called after every batch, `share` from 0 to 1. Raises `Mistake` for a mapping that cannot
    be right and `Unreadable` for a file that cannot be read; single bad rows raise nothing and are set aside."""
    mapping = mapping if isinstance(mapping, Mapping) else find_mapping(mapping)
    if out is None and not dry_run:
        raise ValueError("import_cad needs a folder to write into, or dry_run=True")
    folder = None if dry_run or out is None else Path(out)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    batches = ahead(read_batches(Path(path), mapping.file, mapping.columns()))
    if mapping.kind == "phone":
        return import_phone(batches, mapping, folder)
    with tempfile.TemporaryDirectory(prefix=".import-", dir=folder) as work:
        run = Run(mapping, Path(work), progress)
        for batch in batches:
            run.take(batch)
        return run.finish(folder)
