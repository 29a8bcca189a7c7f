"""A file nobody has mapped gets a proposal that works, and the command line says what it did."""

import polars as pl
import pytest

from alongside.evaluate.history.cli import main
from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.sniff import sniff

from .conftest import FILES

HEAD = "Incident Number;Call Received;Dispatched;On Scene;Cleared;Nature;Disposition;Latitude;Longitude"
ROW = "2025-{n:04};{at} 10:{m:02}:00;{at} 10:{m:02}:30;;{at} 11:{m:02}:00;{kind};{end};39.{m:02}1;-92.{m:02}1"


@pytest.fixture
def unseen(tmp_path):
    kinds, ends = ("Disturbance", "Welfare check", "Traffic stop", "Theft"), ("Report", "Arrest", "Gone on arrival")
    rows = [ROW.format(n=n, at="06/01/2025", m=n % 60, kind=kinds[n % 4], end=ends[n % 3]) for n in range(120)]
    (tmp_path / "unseen.csv").write_text("\n".join([HEAD, *rows, ""]))
    return tmp_path / "unseen.csv"


def test_1_columns_are_told_by_name_and_content(unseen):
    roles = {guess.role: (guess.column, guess.sure) for guess in sniff(unseen).guesses}
    assert {role: column for role, (column, _) in roles.items()} == {
        "source_id": "Incident Number", "received_at": "Call Received", "dispatched_at": "Dispatched", "cleared_at": "Cleared",
        "type": "Nature", "disposition_text": "Disposition", "lat": "Latitude", "lon": "Longitude",
    }  # fmt: skip
    assert all(0.5 < sure < 1 for _, sure in roles.values())


def test_2_the_proposal_is_a_mapping_that_reads_the_file(unseen, tmp_path):
    (tmp_path / "unseen.yaml").write_text(sniff(unseen).text)
    report = import_cad(unseen, tmp_path / "unseen.yaml", tmp_path / "out")
    calls = pl.read_parquet(tmp_path / "out" / "calls.parquet")
    assert (report.rows_taken, report.rows_set_aside, calls["lat"].null_count()) == (120, 0, 0)
    assert (calls["dispatched_at"] - calls["received_at"]).unique().to_list() == [30_000]


def test_3_the_command_shows_a_table_that_adds_up(capsys, tmp_path):
    words = [str(FILES / "rivertown.csv"), "--mapping", str(FILES / "rivertown.yaml"), "--out", str(tmp_path / "out")]
    assert main(words) == 0
    shown = capsys.readouterr().out
    assert "rows read                             13" in shown
    assert "every row accounted for: yes" in shown
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["calls.parquet", "report.json", "set_aside.parquet"]


def test_4_a_dry_run_says_that_nothing_was_written(capsys, tmp_path):
    assert main([str(FILES / "rivertown.csv"), "--mapping", str(FILES / "rivertown.yaml"), "--out", str(tmp_path / "no"), "--dry-run"]) == 0
    assert ("nothing (dry run)" in capsys.readouterr().out, (tmp_path / "no").exists()) == (True, False)


def test_5_sniff_prints_the_proposal(capsys, unseen):
    assert main([str(unseen), "--sniff"]) == 0
    assert "separator: ;" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["nowhere.csv", "--mapping", "milwaukee"], 1, "there is no such file"),
        (["nowhere.csv", "--mapping", "gotham"], 1, "there is no such mapping"),
        (["nowhere.csv"], 2, "--sniff proposes one"),
    ],
)
def test_6_what_cannot_be_done_is_said_in_a_sentence(capsys, words, code, sentence):
    assert main(words) == code
    assert sentence in capsys.readouterr().err
