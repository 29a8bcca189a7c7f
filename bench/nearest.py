"""Twenty crews, Poisson calls, exponential time with the person: whoever is idle and nearest goes, else the call waits its turn."""

from dataclasses import replace
from functools import lru_cache
from math import hypot

import numpy as np

from alongside.core.codes import Level
from alongside.core.rules import CrewStep, LevelPlan, Rules
from alongside.library import load_program
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, CallKind, PlanningWorld

CREWS, LOAD, HOUR, START = 20, 13.0, 3_600_000, 1_767_225_600_000
PARTIES = ("position", "crew", "facility", "call_taker", "dispatcher", "supervisor", "follow_up")


@lru_cache(maxsize=1)
def rules() -> Rules:
    """One kind of crew, one level, no promises, a month of allowed silence."""
    given = load_program("tailored").rules
    plan = LevelPlan(Level.MODERATE, (CrewStep("patrol", 0),), HOUR, HOUR, False, 0)
    program = replace(given.program, levels={Level.MODERATE: plan}, follow_ups=())
    return replace(given, program=program, clocks=replace(given.clocks, silence_ms=dict.fromkeys(PARTIES, 30 * 24 * HOUR)))


def drives(km_an_hour: float) -> list[list[int]]:
    """Twenty places on a 5 × 4 grid, four kilometres apart; 0 km/h: nobody drives."""
    places = [(4 * (n % 5), 4 * (n // 5)) for n in range(CREWS)]
    return [[round(hypot(a - x, b - y) / km_an_hour * HOUR) if km_an_hour else 0 for x, y in places] for a, b in places]


def nearest(calls: Calls, km_an_hour: float) -> Scenario:
    """The run of these calls, until the last is over."""
    places = tuple((40_000_000 + n, -111_000_000) for n in range(CREWS))
    world = PlanningWorld(
        name="nearest", source="declared in bench/nearest.py", east_ms=0, places=places, weekly=(1.0,) * 168, where=((1.0,) * CREWS,) * 4,
        kinds=(CallKind(name="one", weight=1),), bands=(0,) * 168, drives=(tuple(map(tuple, drives(km_an_hour))),), lights_permille=1000,
        durations=dict.fromkeys(DURATIONS, (0,) * 5),
    )  # fmt: skip
    units = tuple(PlannedUnit(name=f"U{n}", crew_kind="patrol", post=n, members=((f"s{n}", "officer", ("en",)),)) for n in range(CREWS))
    return Scenario(rules(), world, units, START, START + int(calls.rings[-1]) + 100 * HOUR)


def draw(number: int, seed: int) -> Calls:
    """Calls in whole milliseconds."""
    dice = np.random.default_rng(seed)
    rings = np.cumsum(dice.exponential(HOUR / LOAD, number)).astype(np.int64)
    rows = np.zeros((number, c.WIDTH), np.int32)
    rows[:, c.SCENE], rows[:, c.PLACE] = dice.exponential(HOUR, number), dice.integers(0, CREWS, number)
    for turn in range(c.TURNS):
        rows[:, c.DRIVE + turn] = 1000
    return Calls(rings, rows)
