"""The law of the two engines (docs/decisions/0042): the same facts, in the same order, to the millisecond, for every plan both know."""

import os
import subprocess
import sys
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from alongside.core.fact import Fact
from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.figures import figures_of, figures_of_core
from alongside.twin.planning.scenario import Practice, Scenario
from tests.twin.planning import compiled
from tests.twin.planning.scenarios import scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")


def difference(one: Scenario) -> str:
    return compiled.difference(one)


@settings(max_examples=16)
@given(some.randoms(use_true_random=False))
def test_01_random_policies_rosters_and_worlds_give_the_same_facts_from_both_engines(dice: Random) -> None:
    assert difference(scenario(dice, 0.3)) == ""


@pytest.mark.deep
@settings(max_examples=400)
@given(some.randoms(use_true_random=False))
def test_02_and_so_do_many_more_over_longer_runs(dice: Random) -> None:
    assert difference(scenario(dice, 1.0)) == ""


@pytest.mark.parametrize("practice", [Practice(reassigns=True), Practice(sends_second=True), Practice(demand=1.8)])
def test_03_a_busy_morning_with_crews_turned_away_or_sent_along_is_the_same(practice: Practice) -> None:
    one = replace(scenario(Random(6), 0.5), practice=practice)
    assert difference(one) == ""


def test_04_the_same_seed_gives_the_same_facts_and_another_seed_others() -> None:
    one = scenario(Random(12), 0.3)
    rows = run_fast(one, rows=True).rows
    assert np.array_equal(rows, run_fast(one, rows=True).rows)
    assert not np.array_equal(rows, run_fast(replace(one, seed=one.seed + 1), rows=True).rows)


def test_05_figures_are_the_same_from_the_tables_of_the_kernel_and_from_the_facts_of_the_core() -> None:
    one = scenario(Random(7), 0.5)
    figures = figures_of(run_fast(one))
    assert repr(figures) == repr(figures_of_core(one))  # where nobody came there is no time, and NaN is not itself
    assert min(figures.met, figures.unmet, figures.police_hours, figures.taken_along) > 0


def test_06_facts_are_counted_whether_or_not_they_are_told() -> None:
    one, told = scenario(Random(12), 0.3), list[Fact]()
    run_reference(one, told.append)
    assert run_fast(one).facts == run_fast(one, rows=True).facts == len(told)


def test_07_what_the_kernels_do_not_know_is_said_and_nothing_is_run() -> None:
    one = replace(scenario(Random(12), 0.3), practice=Practice(reassigns=True, sends_second=True))
    with pytest.raises(Outside, match="reassigning and second units together"):
        run_fast(one)
    assert run_reference(one)  # the live core knows it


def test_08_a_roster_with_nobody_leaves_every_need_waiting_and_every_person_with_the_desk() -> None:
    one = replace(scenario(Random(12), 0.3), units=())
    assert difference(one) == ""
    figures = figures_of(run_fast(one))
    assert figures.calls == figures.never_sent > 0


def test_09_a_difference_is_shown_with_what_came_before_it() -> None:
    rows = run_fast(scenario(Random(12), 0.3), rows=True).rows
    other = rows.copy()
    other[40, 3] += 1
    assert first_difference(rows, other).startswith(f"row 40 of {len(rows)} and {len(rows)}\n")
    assert "nothing more" in first_difference(rows, rows[:-1])


def test_10_as_machine_code_the_kernels_tell_the_same_too() -> None:
    assert as_machine_code(0, 20) == "20 scenarios, 0 differ\n"


@pytest.mark.deep
def test_11_and_so_in_five_hundred() -> None:
    assert as_machine_code(20, 500) == "500 scenarios, 0 differ\n"


@pytest.mark.deep
@pytest.mark.parametrize(("way", "days", "count"), [("drawn", 3.0, 100), ("turned", 0.3, 200), ("along", 0.3, 200)])
def test_12_and_over_days_and_where_there_are_never_crews_enough(way: str, days: float, count: int) -> None:
    assert as_machine_code(1000, count, str(days), way) == f"{count} scenarios, 0 differ\n"


def as_machine_code(first: int, count: int, *more: str) -> str:
    """What a process says whose kernels are compiled; once compiled, they are kept for the servers of other stories too."""
    command = (sys.executable, "-m", "tests.twin.planning.compiled", str(first), str(count), *more)
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NUMBA_DISABLE_JIT": "0"}, check=False)
    return run.stdout + run.stderr
