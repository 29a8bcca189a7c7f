"""A day of a record, replayed: every row is somewhere, nothing is made up, the report says what is modelled."""

import json
from pathlib import Path

import pytest

from alongside.core.travel import Mode, Spot
from alongside.ledger.opening import open_ledger
from alongside.library import load_program
from alongside.library.reading import Mistake
from alongside.server.replay import types_table
from alongside.server.replay.cli import main
from alongside.server.replay.ground import bridge, make_ground
from alongside.server.replay.places import read_beats
from alongside.server.replay.sources import SOURCES, find_file
from tests.replay.conftest import ROOT

SOURCE = SOURCES["san-diego"]
REAL = ROOT.parent / "shared" / "data" / SOURCE.folder / SOURCE.calls
DAY = ["--source", "san-diego", "--date", "2023-01-14", "--program", "pert"]


def replay(history: Path, out: Path, *more: str) -> dict:  # type: ignore[type-arg]
    assert main([*DAY, "--history", str(history), "--out", str(out), *more]) == 0
    return json.loads((out / "report.json").read_text(encoding="utf-8"))


def test_1_every_row_of_the_day_is_somewhere_once(history: Path, tmp_path: Path) -> None:
    sums = replay(history, tmp_path / "out")["reconciliation"]
    assert sums == {
        "source_rows": 7, "taken": 4, "not_behavioural": 1, "possible": 1, "repeats": 1, "set_aside": 0, "adds_up": True,
    }  # fmt: skip


def test_2_all_and_possible_take_more_and_still_add_up(history: Path, tmp_path: Path) -> None:
    possible = replay(history, tmp_path / "possible", "--possible")["reconciliation"]
    every = replay(history, tmp_path / "all", "--all")["reconciliation"]
    assert (possible["taken"], possible["possible"], every["taken"]) == (5, 0, 6)
    assert possible["adds_up"]
    assert every["adds_up"]


def test_3_the_ledger_holds_levels_by_hand_and_no_answers(history: Path, tmp_path: Path) -> None:
    facts = list_facts(history, tmp_path)
    levels = [fact for fact in facts if fact.kind == "LevelSet"]
    assert sorted(int(fact.level) for fact in levels) == [3, 3, 3, 4]
    assert {fact.by_hand for fact in levels} == {"type_mapping"}
    assert not [fact for fact in facts if fact.kind in ("ProtocolAnswered", "NoteWritten", "WeaponReported", "RedFlagReported")]
    assert not any(fact.words for fact in facts if fact.kind == "CallTaken")


def test_4_only_what_the_record_states_is_an_outcome(history: Path, tmp_path: Path) -> None:
    facts = list_facts(history, tmp_path)
    stated = [fact for fact in facts if fact.kind == "DispositionRecorded"]
    assert [(fact.disposition, fact.agency) for fact in stated] == [("arrested", "San Diego Police Department")]
    ends = [fact for fact in facts if fact.kind == "EpisodeEnded"]
    assert {(fact.reason, fact.agency) for fact in ends} == {("taken_over", "San Diego Police Department")}
    assert len(ends) == 4
    assert not [fact for fact in facts if fact.kind == "StatusReported" and fact.status == "with_person"]


def test_5_calls_ring_when_they_rang(history: Path, tmp_path: Path) -> None:
    rang = sorted(fact.first_ring_at for fact in list_facts(history, tmp_path) if fact.kind == "CallTaken")
    midnight = 1_673_683_200_000  # 2023-01-14 00:00 in San Diego
    assert rang == [midnight, midnight + 29_400_000, midnight + 46_800_000, midnight + 46_800_000]


def test_6_a_wrong_geocode_neither_moves_the_middle_nor_is_believed(history: Path, tmp_path: Path) -> None:
    beats = read_beats(SOURCE, find_file(SOURCE, SOURCE.geocoded, history), tmp_path / "work")
    assert beats.middles["111"] == Spot(32_751_000, -117_149_000)
    assert beats.doubted == 6
    assert beats.place({"source_id": "E1000", "beat": "111"})[2] == "geocoded"
    assert beats.place({"source_id": "E1009", "beat": "111"}) == (beats.middles["111"], beats.spread_m["111"], "beat")
    assert beats.place({"source_id": "E0006", "beat": "999"}) == (None, 0, "unknown")


def test_7_every_beat_can_be_driven_to_from_every_other(history: Path, tmp_path: Path) -> None:
    beats = read_beats(SOURCE, find_file(SOURCE, SOURCE.geocoded, history), tmp_path / "work")
    area, travel, _ = make_ground(SOURCE, beats)
    middles = list(beats.middles.values())
    times = travel.drive_ms(middles, middles[0], Mode.NORMAL)
    assert None not in times
    assert 20 <= (times[2] or 0) / 60_000 <= 60  # 21 km as the crow flies
    assert {post.spot for post in area.posts} == set(middles)
    assert len(bridge(middles)) >= 4


def test_8_the_report_is_one_page_that_asks_nobody_and_says_modelled(history: Path, tmp_path: Path) -> None:
    replay(history, tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("modelled") >= 4
    assert "The two agree." in page
    assert not [word for word in ("http:", "https:", "src=", "<script", "@import") if word in page]
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_9_a_day_without_calls_and_a_missing_file_are_told_in_a_sentence(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["--source", "san-diego", "--history", str(history), "--out"]
    assert main([*told, str(tmp_path / "a"), "--date", "2024-05-05"]) == 1
    assert "holds no call to take on 2024-05-05; its days are 2023-01-13 to 2023-01-15" in capsys.readouterr().err
    assert main(["--source", "san-diego", "--date", "2023-01-14", "--history", str(tmp_path / "none"), "--out", str(tmp_path / "b")]) == 1
    assert "give its parent folder with --history" in capsys.readouterr().err


def test_10_a_ledger_that_is_there_is_never_written_into(history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replay(history, tmp_path / "out")
    assert main([*DAY, "--history", str(history), "--out", str(tmp_path / "out")]) == 1
    assert "holds a replay already" in capsys.readouterr().err


def test_11_a_level_that_is_none_is_refused_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = (types_table.HERE / "san_diego_types.yaml").read_text(encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(good.replace('"5150": 3', '"5150": 7'), encoding="utf-8")
    monkeypatch.setattr(types_table, "HERE", tmp_path)
    with pytest.raises(Mistake, match=r"bad\.yaml, line 5, levels\.5150: must be a level from 0 to 4"):
        types_table.load_types("bad")


@pytest.mark.skipif(not REAL.is_file(), reason="shared/data/san_diego_pd_cfs_2023_01 is not beside the project")
def test_12_the_real_day_adds_up(tmp_path: Path) -> None:
    figures = replay(REAL.parents[1], tmp_path / "out")
    assert figures["reconciliation"]["source_rows"] == 1220
    assert figures["reconciliation"]["adds_up"]
    assert figures["still_open"] == 0
    assert sum(figures["by_hour"]) == figures["reconciliation"]["taken"] == sum(figures["recommended"].values())
    assert figures["refused"] == {}


def list_facts(history: Path, tmp_path: Path) -> list:  # type: ignore[type-arg]
    """Replay, and read back what the ledger holds."""
    replay(history, tmp_path / "out")
    beats = read_beats(SOURCE, find_file(SOURCE, SOURCE.geocoded, history), tmp_path / "beats")
    area, travel, _ = make_ground(SOURCE, beats)
    ledger = open_ledger(tmp_path / "out" / "ledger.sqlite3", load_program("pert", area).rules, travel, genesis="demo")
    try:
        return [row.fact for row in ledger.read.list_after(0) if row.stream != "ledger"]
    finally:
        ledger.close()
