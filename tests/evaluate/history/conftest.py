"""An invented city, and the real folders where they are at hand."""

from pathlib import Path

import polars as pl
import pytest

from alongside.evaluate.history.importing import import_cad

FILES = Path(__file__).parent / "files"
HEAD = "No,Received,Sent,There,Done,Kind,End,Who,Lat,Lon,Words"


@pytest.fixture
def take(tmp_path):
    """Import lines of text (under Rivertown's header) and give back the report, the calls and the rows set aside."""

    def work(*lines, mapping=FILES / "rivertown.yaml", head=HEAD):
        source = tmp_path / "rivertown.csv"
        source.write_bytes("\n".join([head, *lines, ""]).encode())
        report = import_cad(source, mapping, tmp_path / "out")
        return report, pl.read_parquet(tmp_path / "out" / "calls.parquet"), pl.read_parquet(tmp_path / "out" / "set_aside.parquet")

    return work


@pytest.fixture(scope="session")
def rivertown(tmp_path_factory):
    """The whole invented file, imported once."""
    out = tmp_path_factory.mktemp("rivertown")
    report = import_cad(FILES / "rivertown.csv", FILES / "rivertown.yaml", out)
    return report, pl.read_parquet(out / "calls.parquet"), pl.read_parquet(out / "set_aside.parquet")
