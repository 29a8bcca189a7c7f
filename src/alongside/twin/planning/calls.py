"""The calls of a scenario, sampled outside both engines: when each rings, and one row of what chance decides about it."""

from dataclasses import dataclass

import numpy as np

from alongside.twin.engine.compiling import entry
from alongside.twin.planning.dice import at_share, count, uniform
from alongside.twin.planning.drawing import draw_rows as _draw
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, HOUR_MS, WEEK_HOURS, PlanningWorld, check_world

MOST_DEMAND = 2.0  # the calls of this much are drawn, and those kept that a scenario's demand asks for
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
    """Every call of the scenario. Raises ``Mistake`` for a world that cannot be lived in."""
    check_world(scenario.world)
    return sample(scenario.world, scenario.start, scenario.end, scenario.seed, scenario.practice.demand)


def sample(world: PlanningWorld, start: int, end: int, seed: int, demand: float) -> Calls:
    """The calls of one seed. With more demand the same calls ring, and others beside them."""
    hours, table = _hourly(world, start, end), _table(world)
    entities, rings = _ring(hours, seed, demand / MOST_DEMAND, world.calls_again, table, _row("again"))
    order = np.lexsort((entities, rings))
    order = order[rings[order] < end - start]
    entities, rings = entities[order], rings[order]
    first_hour = (start + world.east_ms - MONDAY_MS) // HOUR_MS % 24
    return Calls(rings, _draw(entities, rings, seed, int(first_hour), *_weights(world), table, world.reached, world.phone_resolves))


def _row(name: str) -> int:
    return DURATIONS.index(name)


def _table(world: PlanningWorld) -> np.ndarray:
    return np.array([world.durations[name] for name in DURATIONS], dtype=np.float64)


def _hourly(world: PlanningWorld, start: int, end: int) -> np.ndarray:
    """Mean calls of each hour of the run, at the most demand there can be."""
    length = -(-(end - start) // HOUR_MS)
    hours = np.arange(length) + (start + world.east_ms - MONDAY_MS) // HOUR_MS
    months = (hours * HOUR_MS + MONDAY_MS).astype("datetime64[ms]").astype("datetime64[M]").astype(np.int64) % 12
    trend = (1 + world.yearly) ** (np.arange(length) / YEAR_HOURS)
    means: np.ndarray = np.array(world.weekly)[hours % WEEK_HOURS] * np.array(world.seasons)[months] * trend * MOST_DEMAND
    return means


def _weights(world: PlanningWorld) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    where = np.cumsum(np.array(world.where, dtype=np.float64), axis=1)
    kinds = np.cumsum(np.array([[kind.weight for kind in world.kinds]]), axis=1)
    ends = np.cumsum(np.array([kind.ends for kind in world.kinds], dtype=np.float64), axis=1)
    outcomes = np.cumsum(np.array([kind.outcomes for kind in world.kinds], dtype=np.float64), axis=1)
    return where, kinds, ends, outcomes


@entry
def _ring(hours: np.ndarray, seed: int, kept: float, again: float, table: np.ndarray, after: int) -> tuple[np.ndarray, np.ndarray]:
    """Entity (hour, n, whether it is the second call of a person) and ring of every call."""
    entities, rings = np.empty(1024, np.int64), np.empty(1024, np.int64)
    found = 0
    for hour in range(len(hours)):
        for n in range(count(hours[hour], uniform(seed, hour, COUNT, 0))):
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
