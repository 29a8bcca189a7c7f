"""A file larger than memory should need: nothing grows with it, progress is told, and every run writes the same bytes."""

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from alongside.evaluate.history import delimited, shelf
from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.shape import has

from .conftest import FILES, HEAD

SOURCE = Path(__file__).resolve().parents[3] / "src"
MEASURE = """
import sys
from pathlib import Path
from alongside.evaluate.history import delimited, shelf
from alongside.evaluate.history.importing import import_cad
delimited.BLOCK, shelf.HELD_BYTES = 2 << 20, 8 << 20
report = import_cad(sys.argv[1], sys.argv[2], dry_run=True)
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(report.rows_read, most.split()[1])
"""


def write(path, rows):
    numbers = pl.int_range(rows, eager=True)
    wall = pl.select(pl.datetime(2024, 1, 1) + pl.duration(seconds=numbers * 40)).to_series().dt.to_string("%Y-%m-%d %H:%M:%S")
    columns = [numbers.cast(pl.String) + "-A", wall, *[pl.Series([""] * rows)] * 3, pl.Series(["Check welfare"] * rows)]
    frame = pl.DataFrame([column.alias(str(at)) for at, column in enumerate(columns)])
    frame = frame.with_columns(end=pl.lit("Advised"), who=pl.lit("P"), lat=pl.lit("39.0"), lon=pl.lit("-92.0"), words=pl.lit("w" * 120))
    path.write_bytes((HEAD + "\n").encode() + frame.write_csv(include_header=False).encode())


# Freed memory goes back at once and one thread works: else the allocator's laziness and the number of blocks under way at the
# same moment are measured, which grow with the machine and its load, not with the file.
PROMPT = {"_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0", "POLARS_MAX_THREADS": "1"}


def peak(path):
    """Rows read, and the most memory (MB) that a process of its own took for it."""
    command = [sys.executable, "-c", MEASURE, path, FILES / "rivertown.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE), **PROMPT})
    rows, kilobytes = done.stdout.split()
    return int(rows), int(kilobytes) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_1_four_times_the_rows_need_their_keys_more_and_nothing_else(tmp_path):
    """28 bytes a row are kept of the whole file (gather.Keys), 13 MB for what the large file has more. Its rows would be 120 MB."""
    write(tmp_path / "small.csv", 150_000)
    write(tmp_path / "large.csv", 600_000)
    (small_rows, small), (large_rows, large) = peak(tmp_path / "small.csv"), peak(tmp_path / "large.csv")
    assert (small_rows, large_rows) == (150_000, 600_000)
    assert large - small < 60, f"{small:.0f} MB for 150,000 rows, {large:.0f} MB for 600,000"


def test_2_small_blocks_and_a_full_shelf_change_nothing(tmp_path, monkeypatch):
    write(tmp_path / "calls.csv", 5_000)
    text = (tmp_path / "calls.csv").read_text().splitlines()
    (tmp_path / "calls.csv").write_text("\n".join([*text, *text[1:200], text[300].replace("Advised", "Report taken"), ""]))
    import_cad(tmp_path / "calls.csv", FILES / "rivertown.yaml", tmp_path / "whole")
    monkeypatch.setattr(delimited, "BLOCK", 20_000)
    monkeypatch.setattr(shelf, "HELD_BYTES", 50_000)
    import_cad(tmp_path / "calls.csv", FILES / "rivertown.yaml", tmp_path / "parts")
    whole, parts = (pl.read_parquet(tmp_path / name / "calls.parquet") for name in ("whole", "parts"))
    assert whole.equals(parts)
    assert (whole.filter(has("duplicate")).height, whole.filter(has("superseded")).height) == (199, 1)


def test_3_every_run_writes_the_same_bytes(tmp_path):
    for run in ("once", "twice"):
        import_cad(FILES / "rivertown.csv", FILES / "rivertown.yaml", tmp_path / run)
    for name in ("calls.parquet", "set_aside.parquet", "report.json"):
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "twice" / name).read_bytes()


def test_4_progress_is_told_to_the_end(tmp_path, monkeypatch):
    write(tmp_path / "calls.csv", 2_000)
    monkeypatch.setattr(delimited, "BLOCK", 50_000)
    told = []
    import_cad(tmp_path / "calls.csv", FILES / "rivertown.yaml", dry_run=True, progress=lambda rows, share: told.append((rows, share)))
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == (2_000, 1.0)


def test_5_a_dry_run_writes_nothing(tmp_path):
    report = import_cad(FILES / "rivertown.csv", FILES / "rivertown.yaml", tmp_path / "out", dry_run=True)
    assert (report.rows_read, (tmp_path / "out").exists()) == (13, False)
