"""The fast engine: the kernels over a compiled policy. The same facts as the live core, or ``Outside`` with the reason."""

from dataclasses import dataclass

import numpy as np

from alongside.twin.engine import state
from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.codes import WIDTH
from alongside.twin.engine.compiling import IS_PLAIN
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.kernel import live, live_at
from alongside.twin.engine.memory import Tables, lay_memory, lay_policy, read_tables, table
from alongside.twin.engine.policy import compile_policy
from alongside.twin.engine.prelude import prelude
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.scenario import Scenario

MOST_MS, MOST_CALLS, MOST_UNITS = 1 << 37, 1 << 21, 2000


@dataclass(frozen=True)
class Lived:
    """A run: the tables as they stood at its end, how many facts there were, and their rows where they were asked for."""

    state: Tables
    facts: int
    rows: np.ndarray
    end: int
    police: int  # the bit of that ability


@dataclass(frozen=True)
class Ready:
    """A scenario compiled: arrays only, so that it can be sent to another process and run with any seed's calls."""

    start: int
    end: int
    policy: np.ndarray
    told_before: np.ndarray


def compile_scenario(scenario: Scenario) -> Ready:
    """Everything but the calls. Raises ``Outside``."""
    _must_fit(scenario)
    travel = GridTravel(scenario.world)
    policy = compile_policy(scenario, travel)
    return Ready(scenario.start, scenario.end, lay_policy(scenario, policy, travel), prelude(scenario, travel))


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
    drawn, size = np.ascontiguousarray(calls.drawn, np.int32), 1
    while True:
        memory = lay_memory(ready.policy, calls.rings, size, rows)
        _live(memory, drawn)
        if not memory[state.N_FULL]:
            break
        size *= 2
    told = table(memory, state.OUT_AT, int(memory[state.N_ROWS]), WIDTH)
    told = np.concatenate((ready.told_before, told)) if rows else told
    return Lived(read_tables(memory), int(memory[state.N_FACTS]) + len(ready.told_before), told, ready.end, int(memory[state.C_POLICE]))


def _live(memory: np.ndarray, drawn: np.ndarray) -> None:
    """On the same bytes: as machine code, or as plain Python."""
    if IS_PLAIN:
        live(memory.data, drawn.reshape(-1).data)
    else:
        live_at(memory.ctypes.data, drawn.ctypes.data)
