"""Larson's hypercube: the book's example, equations solved another way, and what must hold of every answer."""

import numpy as np
import pytest

from alongside.twin.theory.approximate import approximate, corrections
from alongside.twin.theory.hypercube import Answer, solve
from alongside.twin.theory.impossible import Impossible
from alongside.twin.theory.queues import mmc
from alongside.twin.theory.region import Region

ORDERS = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]]
BOOK = Region(np.array([0.5, 0.25, 0.35, 0.4]), np.array(ORDERS), np.ones(3))  # places with the same order of units taken together


def drawn(seed: int, units: int, load: float, queue: bool, same: bool = False) -> Region:
    """A region thrown by dice: places and posts on a square, the nearest unit first."""
    dice = np.random.default_rng(seed)
    places, posts = dice.random((3 * units, 2)), dice.random((units, 2))
    prefer = ((places[:, None] - posts) ** 2).sum(axis=2).argsort(axis=1)
    service = np.ones(units) if same else np.exp(dice.normal(0, 0.4, units))
    arrivals = dice.random(3 * units)
    return Region(arrivals * (load * service.sum() / arrivals.sum()), prefer, service, queue)


def by_plain_algebra(region: Region) -> np.ndarray:
    """The chain without a queue written out state by state from its definition and solved as dense equations."""
    states = 1 << region.units
    rates = np.zeros((states, states))
    for state in range(states):
        for rate, order in zip(region.arrivals, region.prefer, strict=True):
            idle = [unit for unit in order if not state >> unit & 1]
            if idle:
                rates[state, state | 1 << idle[0]] += rate
        for unit in range(region.units):
            if state >> unit & 1:
                rates[state, state ^ 1 << unit] += region.service[unit]
    balance = (rates - np.diag(rates.sum(axis=1))).T
    balance[0] = 1
    return np.linalg.solve(balance, np.eye(states)[0])


def test_01_the_books_three_cars() -> None:
    assert solve(BOOK).workload == pytest.approx([0.5574, 0.4734, 0.4693], abs=5e-5)


def test_02_the_books_correction_factors_and_its_approximation() -> None:
    assert corrections(3, 1.5, queue=True) == pytest.approx([1, 0.73684, 0.63158], abs=5e-6)
    assert approximate(BOOK).workload == pytest.approx([0.5627, 0.4716, 0.4657], abs=2e-4)


@pytest.mark.parametrize("queue", [True, False])
@pytest.mark.parametrize(("units", "load"), [(1, 0.6), (2, 0.2), (5, 0.5), (7, 0.9)])
def test_03_it_agrees_with_dense_equations_to_twelve_digits(units: int, load: float, queue: bool) -> None:
    region = drawn(units, units, load, queue)
    plain = by_plain_algebra(region)
    found = solve(region).probability
    assert found / found.sum() == pytest.approx(plain, abs=1e-12)


@pytest.mark.parametrize("load", [0.2, 0.7, 0.97])
def test_04_units_of_the_same_speed_wait_as_erlang_says(load: float) -> None:
    region = drawn(11, 8, load, queue=True, same=True)
    found, erlang = solve(region), mmc(region.demand, 1, 8)
    assert found.unserved == pytest.approx(erlang.probability_of_waiting, rel=1e-9)
    assert found.mean_wait == pytest.approx(erlang.mean_wait, rel=1e-9)


@pytest.mark.parametrize("queue", [True, False])
def test_05_every_call_goes_somewhere_and_every_unit_finishes_what_it_takes(queue: bool) -> None:
    region = drawn(3, 9, 0.8, queue)
    for found in (solve(region), approximate(region)):
        assert found.at_once.sum() + (found.later.sum() if queue else found.unserved) == pytest.approx(1)
        taken = region.demand * (found.at_once + found.later).sum(axis=1)
        assert (found.workload * region.service).sum() == pytest.approx(taken.sum())
    exact = solve(region)
    assert exact.workload * region.service == pytest.approx(region.demand * (exact.at_once + exact.later).sum(axis=1))


@pytest.mark.parametrize(("units", "load", "queue"), [(6, 0.3, True), (10, 0.6, False), (12, 0.8, True), (10, 0.9, False)])
def test_06_the_approximation_is_within_two_points_of_a_hundred(units: int, load: float, queue: bool) -> None:
    region = drawn(units, units, load, queue)
    assert approximate(region).workload == pytest.approx(solve(region).workload, abs=0.02)


def test_07_the_approximation_answers_where_states_are_beyond_counting() -> None:
    region = drawn(1, 60, 0.6, queue=True)
    with pytest.raises(Impossible, match="ask the approximation"):
        solve(region)
    found = approximate(region)
    assert found.workload @ region.service == pytest.approx(region.demand)
    assert 0 < found.workload.min() < found.workload.max() < 1


def test_08_travel_is_the_mean_over_who_is_really_sent() -> None:
    minutes = np.array([[2.0, 4, 9, 9], [6, 8, 3, 12], [8, 5, 12, 3]])
    idle = Region(BOOK.arrivals * 1e-6, BOOK.prefer, BOOK.service)
    share = idle.arrivals / idle.demand
    assert solve(idle).mean_travel(minutes) == pytest.approx(share @ [2, 4, 3, 3], abs=1e-4)
    assert idle_longer(solve(BOOK), minutes) > 0
    nowhere = np.zeros((4, 4))
    assert solve(BOOK).mean_travel(minutes, nowhere) == pytest.approx((solve(BOOK).at_once * minutes).sum())


def idle_longer(found: Answer, minutes: np.ndarray) -> float:
    """How much longer than to the nearest unit always."""
    share = found.region.arrivals / found.region.demand
    return found.mean_travel(minutes) - float(share @ minutes.min(axis=0))


def test_09_regions_that_cannot_be_are_refused_in_a_sentence() -> None:
    for arrivals, prefer, service, word in (
        ([4.0], [[0, 1]], [1, 1], "grow for ever"),
        ([1.0], [[0, 0]], [1, 1], "name every unit once"),
        ([0.0], [[0]], [1], "from somewhere"),
        ([1.0], [[0]], [0], "above nothing"),
        ([], np.empty((0, 1)), [1], "at least one place"),
    ):
        with pytest.raises(Impossible, match=word):
            Region(np.array(arrivals), np.array(prefer), np.array(service))
    assert solve(Region(np.array([4.0]), np.array([[0, 1]]), np.ones(2), queue=False)).unserved == pytest.approx(8 / 13)
