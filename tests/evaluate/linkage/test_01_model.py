"""Which records may be one person's: what agrees counts, what is rare counts more, and nothing of it touches a disk."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from alongside.evaluate.linkage.levels import COLUMNS, FIELDS, level_at
from alongside.evaluate.linkage.memory import open_in_memory
from alongside.evaluate.linkage.model import THRESHOLD_BITS, TRAINED_FROM
from alongside.evaluate.linkage.worker import compare
from alongside.server.records.tidying import rows_of
from bench.linkage import count_true, link_ours, read_febrl, right
from tests.server.running import ROOT

WORD = "qx7canaryzebrafinch"
PEOPLE: dict[str, dict[str, list[str]]] = {
    "w1": {"name": ["Rosalind Quigg"], "birth_date": ["1979-02-14"], "phone": ["801 555 0171"], "address": ["1425 S 1100 E, Town 84105"]},
    "w2": {"name": ["Rosalynd Quigg"], "birth_date": ["2/14/1979"], "address": ["1425 S 1100 E"]},
    "w3": {"name": ["Juan de la Cruz López"], "birth_date": ["1980-01-01"]},
    "w4": {"name": ["Juan de la Cruz"], "other_names": ["Johnny Cruz"], "birth_date": ["1980-01-10"]},
    "w5": {"name": ["Quince, Bartholomew"], "birth_date": ["1962-01-30"]},
    "w6": {"birth_date": ["not told"]},
}


def lines_of(people: dict[str, dict[str, list[str]]], **told: Any) -> str:
    said = {"limit_mb": 500, "threads": 1, "most": 100, **told}
    rows = [row for id, fields in people.items() for row in rows_of(id, fields)]
    return "".join(json.dumps(one) + "\n" for one in (said, *rows))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where anything that spilled would be."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert list(tmp_path.rglob("*")) == []


def test_01_the_levels_of_a_field_share_out_everything() -> None:
    for field, levels in FIELDS.items():
        assert abs(sum(one.same for one in levels) - 1) < 1e-9, field
        assert abs(sum(one.chance for one in levels) - 1) < 1e-9, field
        assert [level_at(field, gamma) for gamma in range(-1, len(levels))] == ["missing", *(one.code for one in reversed(levels))]


def test_02_two_spellings_of_one_person_are_found_with_what_agrees(temporary: Path) -> None:
    *pairs, last = compare(io.StringIO(lines_of(PEOPLE)))
    assert last == {"compared": 5}  # of w6 there is nothing to compare
    assert [(one["one"], one["other"]) for one in pairs] == [("w1", "w2"), ("w3", "w4")]
    grounds = {field: (level, bits) for field, level, bits in pairs[0]["grounds"]}
    assert list(grounds) == list(COLUMNS)
    assert grounds["given"][0] == "close"
    assert (grounds["birth_date"][0], grounds["phone"], grounds["street"][0]) == ("same", ("missing", 0), "same")
    assert pairs[0]["bits"] > 20
    assert dict(one[:2] for one in pairs[1]["grounds"])["surname"] == "same"  # of two surnames the first, which papers often give alone


def test_03_given_and_family_name_swapped_is_one_person(temporary: Path) -> None:
    people = {id: {"name": [name], "birth_date": ["1990-05-05"]} for id, name in (("w1", "Ines Okonkwo"), ("w2", "Okonkwo Ines"))}
    pair, _last = compare(io.StringIO(lines_of(people)))
    assert {one[1] for one in pair["grounds"][:2]} == {"swapped"}
    assert list(compare(io.StringIO(lines_of({"w1": PEOPLE["w1"]})))) == [{"compared": 1}]
    assert list(compare(io.StringIO(lines_of({})))) == [{"compared": 0}]


def test_04_no_setting_lets_it_write_read_or_load_anything(temporary: Path) -> None:
    connection = open_in_memory(100, 1)
    (temporary / "there.csv").write_text("a\n1\n")
    for sql in (
        "SET temp_directory = '.'",
        "SET max_temp_directory_size = '1 GB'",
        "SET enable_external_access = true",
        "COPY (SELECT 1) TO 'out.csv'",
        "SELECT * FROM 'there.csv'",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(sql)
    (temporary / "there.csv").unlink()


def test_05_where_memory_is_too_small_it_refuses_and_spills_nothing(temporary: Path) -> None:
    connection = open_in_memory(30, 1)
    with pytest.raises(duckdb.OutOfMemoryException):
        connection.execute("CREATE TABLE t AS SELECT md5(range::VARCHAR) AS a, range AS b FROM range(3000000) ORDER BY a")


def test_06_the_process_says_the_kind_of_an_error_and_never_a_word(temporary: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    sent = lines_of({"w1": {"name": [WORD]}}) + f'{{"record": "{WORD}'
    command = [sys.executable, "-m", "alongside.evaluate.linkage.worker"]
    told = subprocess.run(command, input=sent, capture_output=True, text=True, env=environment, check=True)
    assert json.loads(told.stdout) == {"refused": "failed", "kind": "JSONDecodeError"}
    assert WORD not in told.stdout + told.stderr


def test_07_right_on_data_with_the_truth_known_at_the_threshold_fixed_beforehand() -> None:
    """A part of FEBRL 4; the whole of it, and FEBRL 3, in ``./dev bench linkage``."""
    names = ("dataset4a.csv", "dataset4b.csv")
    files = [sorted(read_febrl(name), key=lambda row: int(row["rec_id"].split("-")[1]))[:1200] for name in names]
    assert sum(map(len, files)) >= TRAINED_FROM
    assert THRESHOLD_BITS == 0
    f1, precision, recall = right(link_ours(files), count_true(files))
    assert f1 >= 0.998, (f1, precision, recall)
