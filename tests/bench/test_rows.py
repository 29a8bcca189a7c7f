"""The benchmark runner: rows beside peers, failures as rows, never a failing exit."""

import json
from pathlib import Path

import pytest

from bench import __main__ as runner
from bench.row import at_least, at_most, higher_is_better, lower_is_better, not_measured


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bench package with one benchmark that measures and one that breaks half-way."""
    place = tmp_path / "bench"
    place.mkdir()
    (place / "__init__.py").touch()
    (place / "good.py").write_text("\ndef rows():\n    print('noise')\n    return [{'bench': 'good', 'measure': 'm', 'kept': True}]\n")
    (place / "half.py").write_text("\ndef rows():\n    yield {'bench': 'half', 'measure': 'first'}\n    raise OSError('no data here')\n")
    (place / "row.py").touch()
    monkeypatch.setattr(runner, "FOLDER", place)
    return place


def test_every_benchmark_runs_and_a_broken_one_becomes_a_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["bench"], row["measure"], row.get("kept")) for row in rows] == [
        ("good", "m", True),
        ("half", "first", None),
        ("half", "the rest", None),
    ]
    assert rows[2]["reason"] == "OSError: no data here"


def test_an_unknown_name_is_a_row_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["nothing"]) == 0
    assert "there is no such benchmark" in capsys.readouterr().out


def test_ratio_says_how_many_times_better_ours_is() -> None:
    assert higher_is_better("b", "m", 300, 100, "peer", 2)["ratio"] == 3
    assert lower_is_better("b", "m", 2, 10, "peer", 5)["kept"] is True
    assert lower_is_better("b", "m", 2, 10, "peer", 5.1)["kept"] is False
    assert at_least("b", "requests a second", 2_999, 3_000)["kept"] is False
    assert at_most("b", "missed", 0, 10)["kept"] is True
    assert not_measured("b", "m", "no data")["kept"] is None
