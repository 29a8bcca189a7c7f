"""``alongside twin sweep``: plans by name lived many times over, what they are compared by, and every bad word with its sentence."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import polars as pl
import pytest

from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.plan.sweeps.cli import main
from alongside.server.plan.sweeps.said import Told
from alongside.twin.planning.world import PlanningWorld, save_world
from alongside.twin.today.roster import units_of
from alongside.twin.today.world import world_of
from alongside.twin.whatif.plan import BoardPlan, Plans
from alongside.twin.world.numbers import load_world

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
MONDAY = 1_780_293_600_000  # 2026-06-01 00:00 in Salt Lake City
FEW = ["--seeds", "2", "--weeks", "1", "--demand", "4", "--processes", "1"]


@pytest.fixture(scope="module")
def world(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return world_of(profile, roads, load_world(), MONDAY)


@pytest.fixture(scope="module")
def data(world: PlanningWorld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with a world that was fitted, and kept for plans of the board."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("fitted/springs", f"by-content/{world.hash()}"):
        path = folder / f"plan/worlds/{name}.json"
        path.parent.mkdir(parents=True)
        save_world(world, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALONGSIDE_DATA", str(folder))
        yield folder


@pytest.fixture(scope="module")
def fewer(profile: Profile, world: PlanningWorld, data: Path) -> Path:
    """A roster in a file: every other unit."""
    path = data / "fewer.json"
    path.write_bytes(msgspec.json.encode(units_of(profile, world)[::2]))
    return path


def board_plan(profile: Profile, world: PlanningWorld, rules: str = "") -> BoardPlan:
    units = units_of(profile, world)[1:]
    return BoardPlan(program="tailored", rules=rules or profile.rules.hash, world=world.hash(), start=MONDAY, units=units, demand=150)


def test_01_two_plans_are_lived_on_the_same_calls_and_compared_run_by_run(
    data: Path, fewer: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["today", str(fewer), "--world", "springs", "--out", str(tmp_path), *FEW]
    assert main([*asked, "--json"]) == 0
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert (found["compared_with"], found["runs"]) == ("today", 2)
    assert found["means"]["today"]["calls"] == found["means"]["fewer"]["calls"] > 0
    assert found["differences"]["fewer"]["crew_hours"]["pairs"] == 2
    assert "4 runs: about" in told.err
    assert "2 of 2 parts" in told.err
    runs = pl.read_parquet(tmp_path / "runs.parquet")
    assert runs["plan"].to_list() == ["today", "today", "fewer", "fewer"]
    assert main(asked) == 0
    again = capsys.readouterr()
    assert again.err == ""  # everything was there
    assert "2 runs of 1 week for each plan, on the kernel" in again.out
    assert "(no difference)" in next(line for line in again.out.splitlines() if line.startswith("calls"))


def test_02_a_plan_of_the_board_is_swept_by_its_mark_in_its_own_world_with_its_own_demand(
    data: Path, profile: Profile, world: PlanningWorld, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = Plans(data / "plan/plans").keep(board_plan(profile, world))
    short = ["--seeds", "2", "--weeks", "1", "--demand", "0", "--processes", "1"]
    assert main(["today", mark, "--out", str(tmp_path), *short, "--json"]) == 0
    means = json.loads(capsys.readouterr().out)["means"]
    assert means["today"]["calls"] == 0
    assert means[mark]["calls"] > 300


def test_03_one_plan_alone_is_told_without_a_difference(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--world", "springs", "--out", str(tmp_path), *FEW]) == 0
    shown = capsys.readouterr().out
    assert "crew hours" in shown
    assert "difference" not in shown


def test_04_it_says_how_far_it_is_by_what_was_lived_just_now_and_a_thousand_parts_in_a_hundred_lines() -> None:
    said, seconds = list[str](), iter([0.0, 10.0, 20.0])
    told = Told(5, lambda: next(seconds), said.append)
    assert told(6, 7)
    assert told(7, 7)
    assert said == ["  6 of 7 parts, about 10 s to go", "  7 of 7 parts"]
    said.clear()
    slow = Told(0, iter(range(0, 99_999, 30)).__next__, said.append)
    assert all(slow(done, 1000) for done in range(1, 1001))
    assert len(said) == 100
    assert said[0] == "  10 of 1000 parts, about 8 h to go"
    assert said[-2] == "  990 of 1000 parts, about 5 min to go"


WRONG = (
    (["today", "--seeds", "1"], "--seeds must be from 2 to 10000; 1 is not"),
    (["today", "--weeks", "0"], "--weeks must be from 1 to 520; 0 is not"),
    (["today", "--demand", "201"], "--demand must be from 0 to 200; 201 is not"),
    (["today", "--on", "elsewhere"], "elsewhere is no place to sweep; write ray://HOST:PORT"),
    (["today", "--on", "ray://10.0.0.5", "--processes", "2"], "--processes is for this machine"),
    (["today", "--world", "springs", "--on", "ray://127.0.0.1:9"], " ray://127.0.0.1:9"),  # nobody answers, or there is no token, or no Ray
    (["today", "--world", "nowhere"], "nowhere: no such world is kept in"),
    (["0123456789abcdef"], "0123456789abcdef: no plan of the planning board has this mark"),
    (["nobodys", "--world", "springs"], "nobodys"),
    (["today", "today", "--world", "springs"], "two plans are called today"),
    (["la-therapeutic-transport", "--world", "springs"], "a call of this world is refused by this plan's rules ("),
)


@pytest.mark.parametrize(("said", "says"), WRONG, ids=[says for _, says in WRONG])
def test_05_what_cannot_be_swept_is_said_and_nothing_is_kept(
    data: Path, said: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*said, "--out", str(tmp_path / "out")]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_06_a_plan_whose_program_has_changed_or_whose_world_is_another_is_not_swept_as_if_it_had_not(
    data: Path, profile: Profile, world: PlanningWorld, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = Plans(data / "plan/plans")
    changed = plans.keep(board_plan(profile, world, rules="others"))
    assert main([changed, "--out", str(tmp_path)]) == 2
    assert "the program tailored has other rules than when this plan was made" in capsys.readouterr().err
    elsewhere = plans.keep(msgspec.structs.replace(board_plan(profile, world), world="0" * 16))
    assert main([elsewhere, "--world", "springs", "--out", str(tmp_path)]) == 2
    assert "was made for another world" in capsys.readouterr().err
