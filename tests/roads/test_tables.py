"""Networks from edge tables: the fastest of parallel arcs, and a sentence for what is wrong."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from alongside.core.travel import Mode
from alongside.roads import RoadsRefused
from alongside.roads.engine import open_engine
from alongside.roads.tables import read_tables

NODES = "node,lat,lon\n70,40.0,-100.0\n10,40.1,-100.0\n30,40.2,-100.0\n"
ARCS = "from,to,normal_ms,lights_ms\n10,30,500,400\n10,30,450,420\n30,70,100,90\n"


def written(folder: Path, nodes: str = NODES, arcs: str = ARCS) -> tuple[Path, Path]:
    (folder / "nodes.csv").write_text(nodes)
    (folder / "arcs.csv").write_text(arcs)
    return folder / "nodes.csv", folder / "arcs.csv"


def ms(paths: tuple[Path, Path], mode: Mode) -> int:
    """From node 10 to node 70, which are numbers 0 and 2 by order."""
    found = open_engine(read_tables(*paths), mode).matrix(np.array([0], dtype=np.int32), np.array([2], dtype=np.int32))
    return int(found[0, 0])


def test_1_two_modes_from_csv(tmp_path: Path) -> None:
    assert ms(written(tmp_path), Mode.NORMAL) == 550
    assert ms(written(tmp_path), Mode.LIGHTS) == 490


def test_2_parquet_and_one_mode(tmp_path: Path) -> None:
    nodes, arcs = written(tmp_path)
    table = tmp_path / "arcs.parquet"
    pl.read_csv(arcs).drop("lights_ms").write_parquet(table)
    assert ms((nodes, table), Mode.LIGHTS) == ms((nodes, table), Mode.NORMAL) == 550


@pytest.mark.parametrize(
    ("nodes", "arcs", "sentence"),
    [
        (NODES, ARCS.replace("30,70", "30,71"), "arcs.csv, column to, row 3: there is no node 71."),
        (NODES, ARCS.replace("100,90", "-5,90"), "Arc 3 takes"),
        (NODES, ARCS.replace("100,90", ",90"), "arcs.csv, column normal_ms: every row must hold a number."),
        (NODES, ARCS.replace("normal_ms", "ms"), "arcs.csv has no column normal_ms; it needs from, to, normal_ms."),
        (NODES.replace("30,", "10,"), ARCS, "nodes.csv lists a node twice"),
        (NODES.replace("40.2", "140.2"), ARCS, "nodes.csv has a coordinate that is not on the earth"),
        (NODES, "", "arcs.csv cannot be read as a CSV table."),
        ("node,lat,lon\n", ARCS, r"nodes.csv, column node: every row must hold a number|there is no node 10"),
    ],
)
def test_3_a_wrong_table_is_refused_in_a_sentence(tmp_path: Path, nodes: str, arcs: str, sentence: str) -> None:
    with pytest.raises(RoadsRefused, match=sentence):
        read_tables(*written(tmp_path, nodes, arcs))


def test_4_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RoadsRefused, match="none.csv cannot be read as a CSV table"):
        read_tables(tmp_path / "none.csv", written(tmp_path)[1])
