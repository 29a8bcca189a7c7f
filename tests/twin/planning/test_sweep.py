"""Sweeps: many runs, kept part by part, stopped and gone on with; how long one takes is said before; plans are compared run by run."""

import itertools
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import polars as pl
import pytest

from alongside.twin.planning.estimate import estimate
from alongside.twin.planning.figures import figures_of_core
from alongside.twin.planning.paired import paired
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.sweep import Stopped, compare, run_sweep
from tests.twin.planning.scenarios import scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
ROOT = Path(__file__).parents[3]
SEEDS = range(9)  # two parts a plan


def small() -> Scenario:
    """An hour of a town; the kernels do not know the plan, so the live core runs it."""
    return replace(scenario(Random(12), 0.05), practice=Practice(reassigns=True, sends_second=True))


def plans() -> list[Plan]:
    one = small()
    return [Plan("today", one), Plan("fewer", replace(one, units=one.units[:-1]))]


def test_01_a_sweep_gives_one_row_a_run_and_says_which_engine_ran_it(tmp_path: Path) -> None:
    known = replace(small(), practice=Practice())
    told = list[tuple[int, int]]()
    both = [Plan("core only", small()), Plan("known to the kernels", known)]
    runs = run_sweep(both, [3, 4], tmp_path, lambda done, total: not told.append((done, total)), processes=1)
    assert runs["seed"].to_list() == [3, 4, 3, 4]
    assert runs["engine"].to_list() == ["core", "core", "kernel", "kernel"]
    assert told == [(1, 2), (2, 2)]
    assert runs.filter(plan="core only", seed=3)["facts"].item() == figures_of_core(replace(small(), seed=3)).facts


def test_02_a_sweep_that_was_stopped_goes_on_where_it_was_and_ends_the_same(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="1 of 4 parts are kept"):
        run_sweep(plans(), SEEDS, tmp_path / "stopped", lambda done, _: done < 1, processes=1)
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "stopped").glob("*.parquet")}
    told = list[int]()
    again = run_sweep(plans(), SEEDS, tmp_path / "stopped", lambda done, _: not told.append(done), processes=1)
    assert told == [2, 3, 4]
    assert all(path.stat().st_mtime_ns == when for path, when in kept.items())
    assert again.equals(run_sweep(plans(), SEEDS, tmp_path / "whole", processes=1))


ENDLESS = """
import sys
import time
from pathlib import Path
from tests.twin.planning.test_sweep import plans
from alongside.twin.planning.sweep import run_sweep
if __name__ == "__main__":
    run_sweep(plans(), range(9), Path(sys.argv[1]), lambda *_: time.sleep(60) or True, processes=1)
"""


def test_03_a_sweep_killed_in_the_middle_leaves_whole_parts_only_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    begun = subprocess.Popen([sys.executable, "-c", ENDLESS, str(folder)], cwd=ROOT)
    while len(list(folder.glob("*.parquet"))) < 1:
        assert begun.poll() is None
        time.sleep(0.02)
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    (folder / "torn.1.part").write_bytes(b"half of a part")
    told = list[int]()
    runs = run_sweep(plans(), SEEDS, folder, lambda done, _: not told.append(done), processes=1)
    assert told[0] >= 2
    assert runs.height == 18
    assert not runs["calls"].is_null().any()


def test_04_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    one = run_sweep(plans(), range(10), tmp_path / "one", processes=1)
    two = run_sweep(plans(), range(10), tmp_path / "two", processes=2)
    assert one.equals(two)


def test_05_a_part_is_only_used_again_where_nothing_that_matters_has_changed(tmp_path: Path) -> None:
    run_sweep(plans()[:1], [1], tmp_path, processes=1)
    other = [Plan("today", replace(small(), practice=Practice(reassigns=True, sends_second=True, demand=0.9)))]
    run_sweep(other, [1], tmp_path, processes=1)
    assert len(list(tmp_path.glob("*.parquet"))) == 2


def ticking() -> Callable[[], float]:
    """A clock by which every trial lasts one second."""
    return map(float, itertools.count()).__next__


def test_06_a_run_that_would_take_an_hour_says_so_before_it_starts() -> None:
    one = replace(small(), end=small().start + 3 * 365 * 86_400_000)
    said = estimate([Plan("core only", one)], range(30), processes=2, clock=ticking())
    assert (said.runs, said.on_core) == (30, 30)
    assert said.seconds > 3600
    assert str(said).startswith("30 runs, 30 of them on the live core, which is slower: about ")
    assert str(said).endswith(" minutes on this machine")


def test_07_an_estimate_grows_with_the_runs_and_shrinks_with_the_processes() -> None:
    one = estimate(plans(), range(10), 1, ticking()).seconds
    assert one >= 20
    assert estimate(plans(), range(40), 2, ticking()).seconds == pytest.approx(2 * one)


SAID: Sequence[tuple[list[Plan], Sequence[int], str]] = (
    ([], [1], "at least one plan and one seed"),
    ([Plan("a", small())], [], "at least one plan and one seed"),
    ([Plan("a", small())], [1, 1], "a seed is given twice"),
    ([Plan("a", small()), Plan("a", small())], [1], "two plans are called a"),
    ([Plan("a", replace(small(), end=0))], [1], "must end after it starts"),
)


@pytest.mark.parametrize(("wrong", "seeds", "says"), SAID, ids=[says for _, _, says in SAID])
def test_08_what_is_no_sweep_is_said_and_nothing_is_kept(tmp_path: Path, wrong: list[Plan], seeds: Sequence[int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        run_sweep(wrong, seeds, tmp_path / "folder")
    assert not (tmp_path / "folder").exists()


def runs(plan: str, seeds: Sequence[int], met: Sequence[float]) -> pl.DataFrame:
    return pl.DataFrame({"plan": [plan] * len(seeds), "seed": list(seeds), "met": list(met)})


def test_09_plans_are_compared_run_by_run_with_students_interval() -> None:
    both = pl.concat([runs("a", [1, 2, 3], [10.0, 20.0, 30.0]), runs("b", [3, 1, 2], [33.0, 11.0, 22.0])])
    found = compare(both, "a", "b", "met")
    assert (found.before, found.after, found.mean, found.pairs) == (20, 22, 2, 3)
    assert (found.low, found.high) == pytest.approx((2 - 4.302653 / 3**0.5, 2 + 4.302653 / 3**0.5), abs=1e-5)  # t(2, 0.975), sd 1
    assert not found.is_clear


@pytest.mark.parametrize(
    ("before", "after", "figure", "says"),
    [("a", "c", "met", "no plan called c"), ("a", "b", "joy", "joy is no figure"), ("a", "b", "met", "not run with the same seeds")],
)
def test_10_what_cannot_be_compared_is_said(before: str, after: str, figure: str, says: str) -> None:
    both = pl.concat([runs("a", [1, 2], [1.0, 2.0]), runs("b", [1, 3], [1.0, 2.0])])
    with pytest.raises(ValueError, match=says):
        compare(both, before, after, figure)


def test_11_runs_in_which_nobody_was_counted_are_left_out_and_one_pair_has_no_interval() -> None:
    one = paired([5.0, float("nan")], [7.0, 9.0])
    assert (one.mean, one.pairs, one.low, one.high) == (2, 1, -float("inf"), float("inf"))
    with pytest.raises(ValueError, match="nothing to compare"):
        paired([float("nan")], [1.0])


def test_12_what_differs_by_the_same_is_clear_from_six_runs_on_and_the_clearest_of_many_figures_must_be_clearer() -> None:
    assert [paired([5.0] * runs, [4.0] * runs).is_clear for runs in (2, 5, 6)] == [False, False, True]
    assert not paired([5.0] * 6, [5.0] * 6).is_clear
    just = paired([0.0] * 8, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, -2.0])  # mean 3.25, sd 2.92: t = 3.15, t(7, 0.975) = 2.36
    assert just.is_clear
    assert just.is_clear_among(1)
    assert just.is_clear_among(2)  # t(7, 0.9875) = 2.84
    assert not just.is_clear_among(10)  # t(7, 0.9975) = 4.03
