"""Queues with a formula, against published figures, each other, and their own equations."""

import math

import numpy as np
import pytest

from alongside.twin.theory.impossible import Impossible
from alongside.twin.theory.queues import (
    busy_of_many,
    busy_when_demand_varies,
    erlang_b,
    erlang_c,
    least_servers,
    mm1,
    mmc,
)


def test_01_twenty_clinicians_carry_fourteen_erlangs() -> None:
    queue = mmc(14, 1, 20)
    assert queue.probability_of_waiting == pytest.approx(0.0935612, abs=5e-8)
    assert queue.mean_wait == pytest.approx(0.0155935, abs=5e-8)
    assert queue.in_system == pytest.approx(14 + queue.in_queue)


def test_02_one_server_is_the_textbook_queue() -> None:
    queue = mm1(3, 4)
    assert (queue.utilization, queue.mean_in_system, queue.in_system) == pytest.approx((0.75, 1.0, 3.0))
    assert queue.waits_longer(1.0) == pytest.approx(0.75 * math.exp(-1))


@pytest.mark.parametrize(("servers", "load"), [(1, 0.3), (4, 3.9), (20, 14.0), (7, 30.0)])
def test_03_erlang_b_solves_the_balance_equations(servers: int, load: float) -> None:
    chance = np.array([load**n / math.factorial(n) for n in range(servers + 1)])
    assert erlang_b(servers, load) == pytest.approx(chance[-1] / chance.sum(), rel=1e-12)


def test_04_two_hundred_servers_neither_overflow_nor_vanish() -> None:
    assert 0 < erlang_c(2_000, 1_950) < 1
    assert erlang_b(2_000, 1e6) == pytest.approx(1 - 2_000 / 1e6, rel=1e-3)


def test_05_a_queue_that_would_grow_for_ever_is_refused_in_a_sentence() -> None:
    with pytest.raises(Impossible, match="grow for ever"):
        mmc(20, 1, 20)
    assert erlang_c(20, 20) == 1.0
    with pytest.raises(Impossible, match="must not be negative"):
        erlang_b(3, -1)


def test_06_the_least_servers_keep_the_promise_and_one_fewer_does_not() -> None:
    servers = least_servers(30, 2, within=0.05, share=0.9)
    assert mmc(30, 2, servers).waits_longer(0.05) <= 0.1 < mmc(30, 2, servers - 1).waits_longer(0.05)


def test_07_without_waiting_the_busy_are_poisson() -> None:
    chance = busy_of_many(14, 60)
    assert chance.sum() == pytest.approx(1)
    assert chance @ np.arange(61) == pytest.approx(14)
    assert busy_of_many(0, 3).tolist() == [1, 0, 0, 0]


def test_08_the_busy_lag_behind_a_demand_that_rises_and_falls() -> None:
    """Eick, Massey & Whitt: with λ(t) = 10 + 5 sin t and exponential service of rate 1, m(t) = 10 + 5 (sin t − cos t) / 2."""
    found = busy_when_demand_varies(lambda t: 10 + 5 * math.sin(t), lambda x: math.exp(-x), at=2.0, back=40, steps=4_000)
    assert found == pytest.approx(10 + 2.5 * (math.sin(2) - math.cos(2)), abs=1e-6)
