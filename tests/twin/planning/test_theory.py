"""The reference engine against queues with a formula: what it does with a queue is what queues do.

The calls are drawn here: Poisson rings, exponential time with the person, nobody drives and nothing else takes time. An hour of mean
service is the unit of time. Each mean is held against the formula by batch means: after the first tenth the run is cut into twenty
pieces of as many calls, and Student's 99 % interval of the pieces' means must hold the formula's figure, and be narrow enough to say
something. Everyday runs are short; ``--deep`` runs are twenty times as long, and must be four times as sharp.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heapreplace
from math import sqrt

import numpy as np
import pytest
from scipy.special import stdtrit

from alongside.core.codes import Level
from alongside.core.fact import Fact
from alongside.core.rules import LevelPlan, Rules
from alongside.twin.engine.codes import of_id
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, CallKind, PlanningWorld
from alongside.twin.theory.hypercube import solve
from alongside.twin.theory.queues import busy_of_many, mm1, mmc
from tests.twin.planning.scenarios import START, base
from tests.twin.theory.test_02_hypercube import BOOK, ORDERS

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
HOUR, PIECES, SURE = 3_600_000, 20, 0.99


@lru_cache(maxsize=1)
def rules() -> Rules:
    """One kind of crew, one level, no promises and no alarms about silence: what is left of the policy is its queue."""
    given = base()
    plan = LevelPlan(Level.MODERATE, given.program.levels[Level.MODERATE].order[:0], HOUR, HOUR, False, 0)
    step = replace(given.program.levels[Level.MODERATE].order[0], crew_kind="patrol", drive_limit_ms=0)
    program = replace(given.program, levels={Level.MODERATE: replace(plan, order=(step,))}, follow_ups=())
    day = dict.fromkeys(("position", "crew", "facility", "call_taker", "dispatcher", "supervisor", "follow_up"), 30 * 24 * HOUR)
    return replace(given, program=program, clocks=replace(given.clocks, silence_ms=day))


def world(places: int = 1, drives: list[list[int]] | None = None) -> PlanningWorld:
    """No drive but what is said, nothing that takes time, everybody met and helped where they are."""
    matrix = tuple(tuple(row) for row in drives or [[0] * places for _ in range(places)])
    return PlanningWorld(
        name="theory", source="formula", east_ms=0, places=tuple((40_000_000 + n, -111_000_000) for n in range(places)),
        weekly=(1.0,) * 168, where=((1.0,) * places,) * 4, kinds=(CallKind(name="one", weight=1),), bands=(0,) * 168,
        drives=(matrix,), lights_permille=1000,
        durations=dict.fromkeys(DURATIONS, (0,) * 5),
    )  # fmt: skip


def crews(posts: list[int]) -> tuple[PlannedUnit, ...]:
    return tuple(
        PlannedUnit(name=f"U{n}", crew_kind="patrol", post=post, members=((f"s{n}", "officer", ("en",)),)) for n, post in enumerate(posts)
    )


def drawn(calls: int, per_hour: float, seed: int, shares: np.ndarray | None = None) -> Calls:
    """Poisson rings and exponential service of one hour's mean, in whole milliseconds; places by their shares."""
    dice = np.random.default_rng(seed)
    rings = np.cumsum(dice.exponential(HOUR / per_hour, calls)).astype(np.int64)
    rows = np.zeros((calls, c.WIDTH), np.int32)
    rows[:, c.SCENE] = dice.exponential(HOUR, calls)
    rows[:, c.PLACE] = dice.choice(len(shares), calls, p=shares / shares.sum()) if shares is not None else 0
    return Calls(rings, rows)


@dataclass
class Lived:
    """Of each call: when it rang, how long until somebody was sent, and who that was."""

    rings: np.ndarray
    waits: np.ndarray
    units: np.ndarray
    service: np.ndarray


def live(calls: Calls, posts: list[int], places: int = 1, drives: list[list[int]] | None = None) -> Lived:
    """Through the live core, until the last call is over."""
    end = START + int(calls.rings[-1]) + 100 * HOUR
    one = Scenario(rules(), world(places, drives), crews(posts), START, end)
    waits, units = np.full(len(calls), -1, np.int64), np.full(len(calls), -1, np.int64)

    def watch(fact: Fact) -> None:
        if fact.kind == "UnitAssigned":
            index = of_id(fact.incident)
            waits[index], units[index] = fact.at - START - calls.rings[index], of_id(fact.unit)

    run_reference(one, watch, calls)
    assert waits.min() >= 0
    return Lived(calls.rings / HOUR, waits / HOUR, units, calls.drawn[:, c.SCENE] / HOUR)


def interval(values: np.ndarray) -> tuple[float, float]:
    """Mean and half-width, by batch means after the first tenth."""
    pieces = np.array([piece.mean() for piece in np.array_split(values[len(values) // 10 :], PIECES)])
    return float(pieces.mean()), float(stdtrit(PIECES - 1, 0.5 + SURE / 2)) * float(pieces.std(ddof=1)) / sqrt(PIECES)


def must_hold(values: np.ndarray, formula: float, within: float) -> None:
    """The interval holds the formula's figure, and is no wider than ``within``."""
    mean, half = interval(values)
    assert half <= within, f"± {half:.5f} says too little"
    assert abs(mean - formula) <= half, f"{mean:.5f} ± {half:.5f}, the formula says {formula:.5f}"


def long_or_short(calls: int, within: float) -> pytest.MarkDecorator:
    """Number of calls, and how narrow the interval must be: everyday, and with ``--deep``."""
    return pytest.mark.parametrize(("calls", "within"), [(calls, within), pytest.param(20 * calls, within / 4, marks=pytest.mark.deep)])


@long_or_short(1_500, 0.8)
def test_01_one_crew_is_the_textbook_queue(calls: int, within: float) -> None:
    given = drawn(calls, 0.5, seed=1)
    lived = live(given, [0])
    assert lived.waits == pytest.approx(by_hand(given, 1), abs=1e-9)
    must_hold(lived.waits, mm1(0.5, 1).mean_wait, within)
    must_hold((lived.waits > 0).astype(float), mm1(0.5, 1).probability_of_waiting, within / 8)


@long_or_short(2_400, 0.1)
def test_02_twenty_crews_carry_fourteen_erlangs_as_erlang_says(calls: int, within: float) -> None:
    given = drawn(calls, 14, seed=5)
    lived, queue = live(given, [0] * 20), mmc(14, 1, 20)
    assert (queue.probability_of_waiting, queue.mean_wait) == pytest.approx((0.0935612, 0.0155935), abs=5e-8)
    must_hold((lived.waits > 0).astype(float), queue.probability_of_waiting, within)
    must_hold(lived.waits, queue.mean_wait, within / 3)
    assert lived.waits == pytest.approx(by_hand(given, 20), abs=1e-9)  # and call by call as a heap of twenty ends says


def by_hand(given: Calls, servers: int) -> np.ndarray:
    """Waits in hours of a queue served in order of arrival."""
    ends, waits = [0] * servers, []
    for rings, lasts in zip(given.rings.tolist(), given.drawn[:, c.SCENE].tolist(), strict=True):
        begins = max(rings, ends[0])
        waits.append(begins - rings)
        heapreplace(ends, begins + lasts)
    return np.array(waits) / HOUR


@long_or_short(1_200, 1.5)
def test_03_where_somebody_is_always_free_the_busy_are_poisson_whatever_the_service(calls: int, within: float) -> None:
    given = drawn(calls, 5, seed=3)
    given.drawn[:, c.SCENE] = np.random.default_rng(30).choice(
        (HOUR // 2, 3 * HOUR // 2), calls
    )  # nothing exponential; the mean is an hour
    lived = live(given, [0] * 22)
    assert lived.waits.max() == 0
    busy = busy_at(lived)
    must_hold(busy, 5, within)
    must_hold((busy <= 3).astype(float), float(busy_of_many(5, 3).sum()), within / 6)


def busy_at(lived: Lived) -> np.ndarray:
    """How many are busy as each call rings, itself not counted."""
    ends = np.sort(lived.rings + lived.waits + lived.service)
    return np.arange(len(lived.rings)) - np.searchsorted(ends, lived.rings)


@long_or_short(2_400, 0.12)
def test_04_the_books_three_cars_work_as_much_as_the_hypercube_says(calls: int, within: float) -> None:
    """Larson and Odoni: four kinds of places, each with its own order of three cars; who calls while all are out waits."""
    ranks = [[order.index(car) + 1 for order in ORDERS] for car in range(3)]  # a drive of one, two or three milliseconds to each place
    drives = [[0] * 3 + row for row in ranks] + [[0] * 7 for _ in ORDERS]  # the posts are places 0 to 2; the way home takes no time
    given = drawn(calls, 1.5, seed=4, shares=np.array([0, 0, 0, *BOOK.arrivals.tolist()]))
    lived = live(given, [0, 1, 2], 7, drives)
    work = [1.5 * lived.service * (lived.units == car) for car in range(3)]
    for car, share in enumerate(solve(BOOK).workload):
        must_hold(work[car], float(share), within)
    assert solve(BOOK).workload == pytest.approx([0.5574, 0.4734, 0.4693], abs=5e-5)
