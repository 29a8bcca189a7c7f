"""`bench import`: 1.5 million rows cleaned, de-duplicated and classified, beside a plain pandas version of the same work."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.report import Report
from bench.peers.import_pandas import import_pandas
from bench.row import Row, higher_is_better, not_measured

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
DAY = "%Y-%m-%d %H:%M:%S"
MINNEAPOLIS = (
    "Response_Date Time_PhonePickUp Time_CallEnteredQueue Time_CallTakingComplete Time_CallClosed Time_First_Unit_Assigned "
    "Time_First_Unit_Enroute Time_First_Unit_Arrived TimeFirstCallCleared"
)
COLUMBIA = "columbia_mo_police_fire_2025_26/columbia_mo_calls_2025-11_2026-08.csv.gz"
# mapping, file, column of ids, columns of times, their format, copies. Copy n has ids ending in -n and times n × 28 days later.
SOURCES = (
    ("milwaukee", "milwaukee_pd_calls_2018_05/mke_calls_2018-05.csv.gz", "id", "time", DAY, 13),
    ("columbia_mo", COLUMBIA, "incident", "datetime", "%m/%d/%Y %I:%M:%S %p", 8),
    ("san_diego", "san_diego_pd_cfs_2023_01/pd_calls_for_service_2023-01.csv.gz", "incident_num", "date_time", DAY, 10),
    ("minneapolis", "minneapolis_mpd_cad_2020/mpd_cad_2020-06-21_2020-07-13.csv.gz", "Master_Incident_Number", MINNEAPOLIS, DAY, 20),
)
REPEATED = 50  # every fiftieth row is there twice
FLOOR = 3.0


def make(folder: Path) -> dict[str, Path]:
    """The history to clean, from the real folders: one CSV a mapping, 1.5 million rows in all. The same bytes every time."""
    made = {}
    for mapping, source, number, times, layout, copies in SOURCES:
        real = pl.read_csv(DATA / source, infer_schema=False)
        made[mapping] = folder / f"{mapping}.csv"
        with made[mapping].open("wb") as file:
            for copy in range(copies):
                shifted = real.with_columns(pl.col(number) + f"-{copy}", *(shift(name, layout, copy) for name in times.split()))
                again = shifted.gather_every(REPEATED)
                file.write(pl.concat([shifted, again]).write_csv(include_header=copy == 0).encode())
    return made


def shift(name: str, layout: str, copy: int) -> pl.Expr:
    moment = pl.col(name).str.to_datetime(layout, time_unit="ms", strict=False) + pl.duration(days=28 * copy)
    return moment.dt.to_string(layout).alias(name)


def ours(files: dict[str, Path], out: Path) -> tuple[float, list[Report], str]:
    """Seconds, the reports, and a digest of everything written."""
    start = time.perf_counter()
    reports = [import_cad(path, mapping, out / mapping) for mapping, path in files.items()]
    seconds = time.perf_counter() - start
    digest = hashlib.sha256()
    for path in sorted(out.rglob("*.*")):
        digest.update(path.read_bytes())
    return seconds, reports, digest.hexdigest()


def theirs(files: dict[str, Path]) -> tuple[float, dict[str, dict[str, int]]]:
    """Seconds, and the counts of flags and classes that must agree with ours."""
    start = time.perf_counter()
    counts = {}
    for mapping, path in files.items():
        calls = import_pandas(path, mapping)
        current = int(((calls["flags"] & 3) == 0).sum())
        counts[mapping] = {**calls["behavioural"].value_counts().to_dict(), "rows": len(calls), "current": current}
    return time.perf_counter() - start, counts


def rows() -> list[Row]:
    """The rows of this bench; not measured where the real folders are absent."""
    if not DATA.exists():
        return [not_measured("import", "rows cleaned a second", f"the folder of real data is absent (../{DATA.parent.name}/{DATA.name})")]
    with tempfile.TemporaryDirectory() as work:
        files = make(Path(work))
        first, reports, digest = ours(files, Path(work) / "once")
        second, _, again = ours(files, Path(work) / "twice")
        peer, counts = theirs(files)
    total = sum(report.rows_read for report in reports)
    mine = {report.mapping: {**report.behavioural, "rows": report.calls, "current": report.current_calls} for report in reports}
    name = f"{total:,} rows, cleaned and classified, a second"
    speed = higher_is_better("import", name, total / min(first, second), total / peer, "pandas", FLOOR, "rows/s")
    counted = same("same counts as the peer", mine == counts, f"{mine} and {counts}")
    return [speed, same("same bytes on every run", digest == again), counted]


def same(measure: str, equal: bool, reason: str = "") -> Row:
    row = Row(bench="import", measure=measure, ours=float(equal), peer=1.0, peer_name="equality", ratio=float(equal), floor=1.0, kept=equal)
    return row if equal or not reason else Row(**{**row, "reason": reason})  # type: ignore[typeddict-item]


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row) if "--json" in sys.argv else row)
