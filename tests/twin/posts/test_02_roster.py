"""Rosters: the cheapest that covers, and which hours cannot be covered."""

from itertools import product

import numpy as np
import pytest

from alongside.twin.posts.roster import WEEK, Gap, Infeasible, Shift, cheapest, needed_teams

EVERY_DAY = frozenset(range(7))
DAY, LATE, NIGHT = (Shift(name, start, 8, EVERY_DAY, 56) for name, start in (("day", 6), ("late", 14), ("night", 22)))


def flat(teams: int) -> np.ndarray:
    return np.full(WEEK, teams)


def test_01_three_shifts_cover_the_clock() -> None:
    found = cheapest(flat(2), [DAY, LATE, NIGHT])
    assert (found.teams, found.cost, found.bound) == ((2, 2, 2), 336, 336)
    assert (found.on_duty == 2).all()


def test_02_a_night_shift_ends_on_the_next_day_and_sunday_on_monday() -> None:
    works = Shift("n", 22, 8, frozenset({6}), 1).covers()
    assert np.flatnonzero(works).tolist() == [0, 1, 2, 3, 4, 5, 166, 167]


def test_03_it_costs_what_the_best_of_all_rosters_costs() -> None:
    dice = np.random.default_rng(3)
    for _ in range(5):
        shifts = [
            Shift(str(at), int(dice.integers(0, 24)), int(dice.integers(6, 13)), EVERY_DAY, float(dice.integers(40, 90))) for at in range(4)
        ]
        works = np.stack([one.covers() for one in shifts], axis=1)
        needed = (works @ dice.integers(0, 3, 4)).astype(int)
        costs = np.array([one.cost for one in shifts])
        best = min(costs @ teams for teams in product(range(5), repeat=4) if (works @ teams >= needed).all())
        assert cheapest(needed, shifts).cost == best


def test_04_hours_that_no_shift_covers_are_named() -> None:
    with pytest.raises(Infeasible) as no:
        cheapest(flat(1), [DAY, LATE])
    assert no.value.gaps[:2] == (Gap(0, 6, 1, 0), Gap(22, 30, 1, 0))
    assert no.value.short == 7 * 8


def test_05_a_shift_with_too_few_people_is_a_gap_of_its_own_size() -> None:
    few = Shift("day", 6, 8, EVERY_DAY, 56, most=1)
    needed = flat(1)
    needed[4 * 24 + 8 : 4 * 24 + 10] = 3
    with pytest.raises(Infeasible) as no:
        cheapest(needed, [few, LATE, NIGHT])
    assert no.value.gaps == (Gap(104, 106, 3, 1),)


def test_06_enough_for_each_hour_but_not_for_all_says_how_much_is_missing() -> None:
    with pytest.raises(Infeasible) as no:
        cheapest(flat(1), [DAY, LATE, NIGHT], most_teams=2)
    assert no.value.gaps == ()
    assert no.value.short == 56


def test_07_nobody_is_needed_and_nobody_is_rostered() -> None:
    assert cheapest(flat(0), [DAY]).teams == (0,)
    with pytest.raises(Infeasible) as no:
        cheapest(flat(1), [])
    assert no.value.gaps == (Gap(0, WEEK, 1, 0),)


def test_08_teams_needed_rise_with_calls_and_keep_the_promise_by_the_hour() -> None:
    found = needed_teams(np.array([0, 0.2, 1, 4]), service=1.0, within=0.5, share=0.9)
    assert found.tolist() == [0, 2, 3, 7]


def test_09_a_week_of_many_shifts_is_solved_and_proved() -> None:
    hour = np.arange(WEEK)
    needed = np.rint(3 + 2 * np.sin((hour % 24 - 9) / 24 * 2 * np.pi) + (hour // 24 >= 4)).astype(int)
    shifts = [
        Shift(f"{start} {first}", start, hours, frozenset((first + one) % 7 for one in range(40 // hours)), 40.0 + hours / 10)
        for start in range(0, 24, 4) for hours in (8, 10) for first in range(7)
    ]  # fmt: skip
    found = cheapest(needed, shifts, gap=0.06)
    assert (found.on_duty >= needed).all()
    assert found.cost <= 1.0601 * found.bound
    assert found.bound >= needed.sum() / 40 * 40.8 - 1e-6
