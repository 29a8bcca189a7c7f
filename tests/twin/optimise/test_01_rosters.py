"""Rosters that meet a goal by formula: posts, teams by the hour, shifts; what cannot be; and what the twin says of the promise."""

from dataclasses import replace as changed
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from msgspec.structs import replace

from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.twin.optimise.candidates import WAYS, by_coverage, by_drive, candidate, candidates, reaches_of, teams_by_hour
from alongside.twin.optimise.goal import Goal, Unreachable
from alongside.twin.optimise.promised import Reach
from alongside.twin.optimise.proved import interval, read_proved
from alongside.twin.optimise.seating import list_shifts, seat
from alongside.twin.optimise.serving import Serving, serving_of
from alongside.twin.planning.parts import Plan, list_parts
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.running import run_part
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, WEEK_HOURS, CallKind, PlanningWorld, Quantiles
from alongside.twin.posts.roster import Roster
from alongside.twin.theory.queues import mmc

MONDAY, MINUTE, WEEK_MS = 1_763_362_800_000, 60_000, 7 * 86_400_000
TEAM = PlannedUnit(
    name="m12", crew_kind="mobile_crisis", post=0, members=(("amara", "clinician", ("en",)), ("tomas", "peer", ("en", "es")))
)
LONG: dict[str, Quantiles] = {"engaged": (40 * MINUTE,) * 5, "refused": (10 * MINUTE,) * 5, "look": (10 * MINUTE,) * 5}


@lru_cache(maxsize=1)
def rules() -> Rules:
    return load_program("tailored").rules


def town(size: int = 6, calls: float = 0.5, apart: int = 8) -> PlanningWorld:
    """Places in a row, so many minutes apart; one kind of call; most calls come from the first places."""
    drives = tuple(tuple(abs(one - two) * apart * MINUTE for two in range(size)) for one in range(size))
    where = tuple(float(size - place) for place in range(size))
    durations = dict.fromkeys(DURATIONS, (MINUTE,) * 5) | LONG | {"drive_permille": (800, 900, 1000, 1100, 1200)}
    return PlanningWorld(
        name="row", source="invented", east_ms=-25_200_000,
        places=tuple((40_700_000 + place * 1000, -111_900_000) for place in range(size)), weekly=(calls,) * WEEK_HOURS, where=(where,) * 4,
        kinds=(CallKind(name="plain", weight=1.0, level=2),), bands=(0,) * WEEK_HOURS, drives=(drives,), durations=durations,
    )  # fmt: skip


def serving(world: PlanningWorld) -> Serving:
    return serving_of(world, rules(), "mobile_crisis", MONDAY)


def test_01_what_a_call_asks_of_a_team_is_read_from_the_world() -> None:
    found = serving(town())
    assert found.served == 1.0
    assert found.there == pytest.approx(4 + 40)  # acknowledge, turn-out, contact, getting clear, and the call itself
    assert found.before.mean() == pytest.approx(4)
    assert found.weight.sum() == pytest.approx(1)
    assert found.busy_hours(16) == pytest.approx(1)
    two = replace(town(), kinds=(CallKind(name="plain", weight=1.0, level=2), CallKind(name="none", weight=3.0, level=0)))
    assert serving(two).served == 0.25
    with pytest.raises(Unreachable, match="never_ordered"):
        serving_of(town(), rules(), "transport_van", MONDAY)


def test_02_the_promise_of_one_post_is_the_queue_with_a_formula() -> None:
    here = changed(serving(town()), stretch=np.ones(10), before=np.full(10, 4.0))
    everything = Reach(here, (0,), 200)
    assert everything.share == pytest.approx(1.0)
    queue = mmc(0.5, 1 / here.busy_hours(everything.drive), 2)
    waits = (200 - 4 - everything.nearest) / 60
    exact = 1 - float(here.weight @ [queue.waits_longer(wait) for wait in waits])
    assert everything.with_teams(2, 0.5) == pytest.approx(exact, abs=0.005)
    assert everything.with_teams(1, 3.0) == 0.0  # it would grow for ever
    assert Reach(here, (0,), 13).share == pytest.approx(here.weight[:2].sum())


def test_03_posts_are_the_best_of_every_choice() -> None:
    world = town(7)
    found = serving(world)
    for posts in (1, 2, 3):
        chosen = Reach(found, by_coverage(found, posts, 15), 15).share
        assert chosen == pytest.approx(max(Reach(found, one, 15).share for one in every(7, posts)), abs=1e-3)
        drive = Reach(found, by_drive(found, posts, 15), 15).drive
        assert drive == pytest.approx(min(Reach(found, one, 15).drive for one in every(7, posts)))


def every(places: int, posts: int) -> list[tuple[int, ...]]:
    return list(combinations(range(places), posts))


def test_04_a_candidate_covers_every_hour_at_least_cost_and_keeps_its_promise_by_its_own_formula() -> None:
    goal = Goal("mobile_crisis", 0.8, 30, 8, 100.0, 4)
    for way in WAYS:
        one = candidate(serving(town()), goal, TEAM, way, reaches_of(serving(town()), goal, way.choose))
        assert (one.on_duty >= one.needed).all()
        assert one.bound - 1 <= one.cost <= one.bound * 1.02 + 1
        assert one.cost == len(one.units) * 40 * 100.0
        assert one.promise.by_distance >= one.promise.with_queue >= goal.share
        hours = sum(shift.hours for unit in one.units for shift in unit.shifts)
        assert hours == one.on_duty.sum()
        assert {unit.post for unit in one.units} <= set(one.posts)
        assert len({person for unit in one.units for person, _role, _languages in unit.members}) == 2 * len(one.units)
    plain, _drive, spare = candidates(serving(town()), goal, TEAM)
    assert spare.cost > plain.cost
    assert spare.promise.with_queue > plain.promise.with_queue


def test_05_one_team_fewer_in_any_hour_would_not_do() -> None:
    goal = Goal("mobile_crisis", 0.8, 30)
    found = serving(town(calls=1.5))
    reaches = reaches_of(found, goal, by_coverage)
    teams = int(teams_by_hour(reaches, found.rates, goal.share)[0])
    assert reaches[min(teams, len(reaches)) - 1].with_teams(teams, 1.5) >= 0.8
    assert reaches[min(teams - 1, len(reaches)) - 1].with_teams(teams - 1, 1.5) < 0.8


def test_06_what_cannot_be_says_how_far_it_is() -> None:
    with pytest.raises(Unreachable) as why:
        candidates(serving(town()), Goal("mobile_crisis", 0.9, 10, most_posts=1), TEAM)
    assert why.value.code == "too_far"
    assert 0 < float(str(why.value.parameters["best"])) < 0.9
    with pytest.raises(Unreachable, match="too_many"):
        candidates(serving(town(calls=200)), Goal("mobile_crisis", 0.8, 30), TEAM)


def test_07_teams_are_spread_over_the_posts_of_their_own_hours() -> None:
    shifts = list_shifts(12, 1.0)
    roster = Roster((2,) * len(shifts), 0.0, 0.0, np.zeros(WEEK_HOURS, dtype=int))
    seated = seat(roster, shifts, (5, 7))
    assert {post for _shift, post in seated} == {5, 7}
    there = {post: sum(shift.covers() for shift, at in seated if at == post) for post in (5, 7)}
    assert abs(there[5] - there[7]).max() <= 2


def test_08_lived_in_the_twin_a_lone_team_falls_short_of_distance_and_near_the_queue(tmp_path: Path) -> None:
    world = town(3, 0.6)
    goal = Goal("mobile_crisis", 0.5, 30, most_posts=1)
    reach = Reach(serving(world), (0,), goal.within_min)
    alone = Scenario(rules(), world, (TEAM,), MONDAY, MONDAY + WEEK_MS)
    plan = Plan("one", alone)
    for part in list_parts([plan], range(1, 5), tmp_path):
        run_part(part, plan, None)  # on the live core
    found = read_proved(tmp_path, goal.within_min)["one"]
    assert found.runs == 4
    assert found.low <= found.mean <= found.high
    assert found.mean < reach.share - 0.1  # who waits is not reached in time
    assert abs(found.mean - reach.with_teams(1, 0.6)) < 0.15
    assert read_proved(tmp_path / "nothing", 30) == {}


def test_09_an_interval_is_students_and_one_run_has_none() -> None:
    found = interval([0.8, 0.9])
    assert found.mean == pytest.approx(0.85)
    assert found.low == pytest.approx(0.2147, abs=1e-3)
    assert found.high == 1.0
    assert interval([0.8]).low == 0.0
    assert found.holds(0.9)
    assert not interval([0.8, 0.81, 0.8, 0.81]).holds(0.9)


def test_10_a_call_to_which_nobody_was_sent_was_not_reached(tmp_path: Path) -> None:
    rows = [{"plan": "one", "seed": seed, "responses": [2, 4, 2] + [0] * 22, "never_sent": 2} for seed in (1, 2)]
    pl.DataFrame(rows).write_parquet(tmp_path / "one.parquet")
    assert read_proved(tmp_path, 10)["one"].mean == pytest.approx(0.6)
    assert read_proved(tmp_path, 60)["one"].mean == pytest.approx(0.8)
