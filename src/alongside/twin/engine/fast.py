"""The fast engine: the kernels over a compiled policy. The same facts as the live core, or ``Outside`` with the reason."""

from dataclasses import dataclass

import numpy as np

from alongside.core.codes import RED_FLAGS
from alongside.twin.engine import layout, state
from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.codes import WIDTH, code
from alongside.twin.engine.destinations import lay_ways
from alongside.twin.engine.duty_people import lay
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.kernel import live
from alongside.twin.engine.policy import compile_policy
from alongside.twin.engine.prelude import prelude
from alongside.twin.engine.words import list_facts, list_words
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.roster import list_duties
from alongside.twin.planning.scenario import Scenario

MOST_MS, MOST_CALLS, MOST_UNITS = 1 << 37, 1 << 21, 2000


@dataclass(frozen=True)
class Lived:
    """A run: the tables as they stood at its end, how many facts there were, and their rows where they were asked for."""

    state: state.State
    facts: int
    rows: np.ndarray
    end: int
    police: int  # the bit of that ability


@dataclass(frozen=True)
class Ready:
    """A scenario compiled: arrays only, so that it can be sent to another process and run with any seed's calls."""

    start: int
    end: int
    given: state.Given
    units: np.ndarray
    told_before: np.ndarray


def compile_scenario(scenario: Scenario) -> Ready:
    """Everything but the calls. Raises ``Outside``."""
    _must_fit(scenario)
    travel = GridTravel(scenario.world)
    policy = compile_policy(scenario, travel)
    units, members = layout.lay_units(scenario, policy)
    kinds, terms, listed, told = layout.lay_kinds(scenario, policy, travel)
    rules, promises = layout.lay_promises(scenario)
    duties = np.array(lay(list_duties(scenario.units, scenario.start, scenario.end, scenario.world.east_ms)), np.int64).reshape(-1, 4)
    given = state.Given(
        np.empty(0, np.int64), np.empty((0, 0), np.int32), duties, layout.lay_drives(scenario), np.array(scenario.world.bands, np.int64),
        kinds, terms, listed, told, layout.lay_crews(scenario, policy), members, layout.lay_doors(scenario),
        lay_ways(scenario, travel, policy.known), rules, promises, layout.lay_groups(scenario),
        np.array([code(flag) for flag in RED_FLAGS]),        list_words(), list_facts(), layout.lay_constants(scenario, policy),
    )  # fmt: skip
    return Ready(scenario.start, scenario.end, given, units, prelude(scenario, travel))


def _must_fit(scenario: Scenario) -> None:
    if scenario.end - scenario.start >= MOST_MS:
        raise Outside("more than four years in one run")
    if len(scenario.units) > MOST_UNITS:
        raise Outside(f"{len(scenario.units)} units, at most {MOST_UNITS}")
    answer = scenario.world.durations.get("answer", (0,))[-1]
    if answer >= scenario.rules.clocks.reservation_ms:
        raise Outside("a place takes longer to answer than it stays reserved")


def run_fast(scenario: Scenario, rows: bool = False, calls: Calls | None = None) -> Lived:
    """Run it. Raises ``Outside``, or ``Mistake`` for a world that cannot be lived in."""
    return run_ready(compile_scenario(scenario), calls if calls is not None else sample_calls(scenario), rows)


def run_ready(ready: Ready, calls: Calls, rows: bool = False) -> Lived:
    """A compiled scenario with these calls; tables that were too small are made larger, and it is run again."""
    if len(calls) > MOST_CALLS:
        raise Outside(f"{len(calls):,} calls in one run, at most {MOST_CALLS:,}")
    given = ready.given._replace(rings=calls.rings, drawn=calls.drawn)
    size = 1
    while True:
        s = empty(ready, len(calls), size, rows)
        live(s, given)
        if not s.counts[state.N_FULL]:
            break
        size *= 2
    told = np.concatenate((ready.told_before, s.out[: s.counts[state.N_ROWS]])) if rows else s.out
    police = int(given.constants[state.C_POLICE])
    return Lived(s, int(s.counts[state.N_FACTS]) + len(ready.told_before), told, ready.end, police)


def empty(ready: Ready, calls: int, size: int, rows: bool) -> state.State:
    """The tables before anything happened."""
    units, doors = len(ready.units), ready.given.doors
    room = 256 + 16 * units
    counts = np.zeros(state.N_WIDTH, np.int64)
    counts[state.N_START] = ready.start
    incidents = np.zeros((calls, state.I_WIDTH), np.int64)
    incidents[:, state.I_FIRST] = incidents[:, state.I_LAST] = -1
    groups = ready.given.groups
    free = np.zeros(int(groups.max(initial=-1)) + 1, np.int64)
    free[groups] = doors[:, state.D_CAPACITY]
    return state.State(
        np.empty(size * (room + 4 * calls), np.int64), counts, incidents, np.empty((size * (room + 2 * calls), state.A_WIDTH), np.int64),
        ready.units.copy(), np.empty((size * (room + 2 * calls), state.P_WIDTH), np.int64),
        np.empty((size * (room + calls), state.R_WIDTH), np.int64), free, np.full((5, 2), -1, np.int64), np.zeros(units + 1, np.int64),
        np.zeros((units + 1, 4), np.int64), np.zeros((units + 80, 5), np.int64),
        np.empty((size * (80 * (units + 8) + 64 * calls), WIDTH) if rows else (0, WIDTH), np.int64),
    )  # fmt: skip
