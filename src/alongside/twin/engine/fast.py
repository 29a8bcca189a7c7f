"""The fast engine: the kernels over a compiled policy. The same facts as the live core, or ``Outside`` with the reason."""

from dataclasses import dataclass

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import IS_PLAIN
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.kernel import count_at, live, live_at
from alongside.twin.engine.limits import must_be_few, must_fit
from alongside.twin.engine.memory import Tables, lay_memory, read_rows, read_tables
from alongside.twin.engine.policy_memory import lay_policy
from alongside.twin.engine.prelude import prelude
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.scenario import Scenario


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
    must_fit(scenario)
    travel = GridTravel(scenario.world)
    return Ready(scenario.start, scenario.end, lay_policy(scenario, travel), prelude(scenario, travel))


def run_fast(scenario: Scenario, rows: bool = False, calls: Calls | None = None) -> Lived:
    """Run it. Raises ``Outside``, or ``Mistake`` for a world that cannot be lived in."""
    return run_ready(compile_scenario(scenario), calls if calls is not None else sample_calls(scenario), rows)


def run_ready(ready: Ready, calls: Calls, rows: bool = False) -> Lived:
    """A compiled scenario with these calls; tables that were too small are made larger, and it is run again."""
    must_be_few(len(calls))
    drawn, size = np.ascontiguousarray(calls.drawn, np.int32), 1
    while True:
        memory = lay_memory(ready.policy, calls.rings, size, rows)
        _live(memory, drawn)
        if not memory[st.N_FULL]:
            break
        size *= 2
    told = np.concatenate((ready.told_before, read_rows(memory))) if rows else read_rows(memory)
    return Lived(read_tables(memory), int(memory[st.N_FACTS]) + len(ready.told_before), told, ready.end, int(memory[st.C_POLICE]))


def _live(memory: np.ndarray, drawn: np.ndarray) -> None:
    """On the same bytes: as machine code, or as plain Python."""
    if IS_PLAIN:
        live(memory.data, drawn.reshape(-1).data)
    elif memory[st.Z_FORESEEN]:
        count_at(memory.ctypes.data, drawn.ctypes.data)
    else:
        live_at(memory.ctypes.data, drawn.ctypes.data)
