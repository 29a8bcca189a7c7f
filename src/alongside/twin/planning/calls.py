"""The calls of a scenario, sampled outside both engines: when each rings, and one row of what chance decides about it.

Every draw is made for an hour of the calendar and a call within it. So an hour has the same calls whether it is asked for alone, as the
living city does, or is part of a run that began at any other time.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from alongside.core.codes import Level
from alongside.twin.engine.compiling import entry
from alongside.twin.planning import columns as c
from alongside.twin.planning.dice import at_share, count, uniform
from alongside.twin.planning.drawing import DURATION, draw_rows
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.runnable import MOST_DEMAND, check_scenario
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, HOUR_MS, HURRIED, WEEK_HOURS, PlanningWorld

YEAR_HOURS = 8766
COUNT, MINUTE, KEPT, AGAIN, AGAIN_AFTER = range(5)  # purposes of draws; the others are in ``drawing``


@dataclass(frozen=True)
class Calls:
    """``rings`` in ms after the start, rising; ``drawn`` one row a call (``columns``)."""

    rings: np.ndarray
    drawn: np.ndarray

    def __len__(self) -> int:
        return len(self.rings)


def sample_calls(scenario: Scenario) -> Calls:
    """Every call of the scenario that its program takes. Raises ``Mistake`` for one that cannot be run."""
    check_scenario(scenario)
    return taken(sample(scenario.world, scenario.start, scenario.end, scenario.seed, scenario.practice.demand), scenario)


def taken(calls: Calls, scenario: Scenario) -> Calls:
    """Those of these calls that its program takes."""
    rows = np.array(scenario.takes())[calls.drawn[:, c.KIND]]
    return calls if rows.all() else Calls(calls.rings[rows], calls.drawn[rows])


def sample(world: PlanningWorld, start: int, end: int, seed: int, demand: float) -> Calls:
    """The calls of one seed that ring in this span. With more demand the same calls ring, and others beside them."""
    entities, rings = ring(world, start, end, seed, demand, ring_hours)
    return Calls(rings, rows(world, entities, rings, seed, (draw_rows, hurry)))


def ring(world: PlanningWorld, start: int, end: int, seed: int, demand: float, sampler: Any) -> tuple[np.ndarray, np.ndarray]:
    """Who calls (hour since the first Monday of 1970 UTC, n, whether it is the second call of a person), and when, ms after the start."""
    hours = _hours(world, start, end)
    means = _means(world, hours, start)
    entities, rings = sampler(int(hours[0]), means, seed, demand / MOST_DEMAND, world.calls_again, _table(world), _row("again"))
    rings = rings + (MONDAY_MS - start)
    order = np.lexsort((entities, rings))
    order = order[(rings[order] >= 0) & (rings[order] < end - start)]
    return entities[order], rings[order]


def draw(world: PlanningWorld, start: int, rings: np.ndarray, seed: int) -> np.ndarray:
    """What chance decides about calls whose rings are given: the n-th is the same person for every policy and roster."""
    entities = ((rings + (start - MONDAY_MS)) // HOUR_MS << 20) | (np.arange(len(rings)) << 1)
    return rows(world, entities, rings, seed, (draw_rows, hurry))


def rows(world: PlanningWorld, entities: np.ndarray, rings: np.ndarray, seed: int, samplers: tuple[Any, Any]) -> np.ndarray:
    """One row for each of them."""
    draw_all, hurry_all = samplers
    drawn: np.ndarray = draw_all(
        entities, rings, seed, world.east_ms // HOUR_MS, *_weights(world), _table(world), world.reached, world.phone_resolves
    )
    if HURRIED in world.durations:
        urgent = np.array([kind.level >= Level.URGENT for kind in world.kinds])
        hurry_all(drawn, entities, seed, urgent, np.array([world.durations[HURRIED]], dtype=np.float64), DURATION + _row("ready"))
    return drawn


def expect_calls(scenario: Scenario) -> float:
    """How many calls ring in a run, on average."""
    world, start, end = scenario.world, scenario.start, scenario.end
    hours = np.arange((start - MONDAY_MS) // HOUR_MS, -(-(end - MONDAY_MS) // HOUR_MS))
    begins = hours * HOUR_MS + MONDAY_MS
    within = (np.minimum(begins + HOUR_MS, end) - np.maximum(begins, start)) / HOUR_MS
    expected = float((_means(world, hours, start) * within).sum()) / MOST_DEMAND
    return expected * scenario.practice.demand * (1 + world.calls_again)


def _row(name: str) -> int:
    return DURATIONS.index(name)


def _table(world: PlanningWorld) -> np.ndarray:
    return np.array([world.durations[name] for name in DURATIONS], dtype=np.float64)


def _hours(world: PlanningWorld, start: int, end: int) -> np.ndarray:
    """The hours whose calls may ring in this span: also before it, where people call again."""
    longest = world.durations["again"][-1] if world.calls_again else 0
    return np.arange((start - longest - MONDAY_MS) // HOUR_MS, -(-(end - MONDAY_MS) // HOUR_MS))


def _means(world: PlanningWorld, hours: np.ndarray, start: int) -> np.ndarray:
    """Mean calls of each hour, at the most demand there can be; those are kept that a scenario's demand asks for. Growth begins at the
    start."""
    local = hours + world.east_ms // HOUR_MS
    months = (local * HOUR_MS + MONDAY_MS).astype("datetime64[ms]").astype("datetime64[M]").astype(np.int64) % 12
    trend = (1 + world.yearly) ** ((hours - (start - MONDAY_MS) // HOUR_MS) / YEAR_HOURS)
    means: np.ndarray = np.array(world.weekly)[local % WEEK_HOURS] * np.array(world.seasons)[months] * trend * MOST_DEMAND
    return means


def _weights(world: PlanningWorld) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    where = np.cumsum(np.array(world.where, dtype=np.float64), axis=1)
    kinds = np.cumsum(np.array([[kind.weight for kind in world.kinds]]), axis=1)
    ends = np.cumsum(np.array([kind.ends for kind in world.kinds], dtype=np.float64), axis=1)
    outcomes = np.cumsum(np.array([kind.outcomes for kind in world.kinds], dtype=np.float64), axis=1)
    return where, kinds, ends, outcomes


@entry
def ring_hours(
    first: int, means: np.ndarray, seed: int, kept: float, again: float, table: np.ndarray, after: int
) -> tuple[np.ndarray, np.ndarray]:
    """Entity and ring of every call, of so many hours from the first on."""
    entities, rings = np.empty(1024, np.int64), np.empty(1024, np.int64)
    found = 0
    for index in range(len(means)):
        hour = first + index
        for n in range(count(means[index], uniform(seed, hour, COUNT, 0))):
            entity = (hour << 20) | (n << 1)
            if uniform(seed, entity, KEPT, 0) >= kept:
                continue
            if found + 2 > len(rings):
                entities = np.concatenate((entities, np.empty(len(entities), np.int64)))
                rings = np.concatenate((rings, np.empty(len(rings), np.int64)))
            entities[found], rings[found] = entity, hour * 3_600_000 + int(uniform(seed, entity, MINUTE, 0) * 3_600_000)
            found += 1
            if uniform(seed, entity, AGAIN, 0) < again:
                entities[found] = entity | 1
                rings[found] = rings[found - 1] + at_share(table, after, uniform(seed, entity, AGAIN_AFTER, 0))
                found += 1
    return entities[:found], rings[:found]


@entry
def hurry(drawn: np.ndarray, entities: np.ndarray, seed: int, urgent: np.ndarray, table: np.ndarray, purpose: int) -> None:
    """Somebody is sent to what is urgent sooner: the same share of cases, of its own table."""
    for index in range(len(entities)):
        if urgent[drawn[index, c.KIND]]:
            drawn[index, c.READY] = at_share(table, 0, uniform(seed, entities[index], purpose, 0))
