"""The memory of a run: behind the compiled policy, the tables that a run fills (``state``)."""

from typing import NamedTuple

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.engine.codes import WIDTH
from alongside.twin.engine.kernel_base import NONE
from alongside.twin.engine.kernel_rank import O_WIDTH, R_WIDTH

OPTIONS_BESIDE = 80  # room for the eight options and one for each ability, beside one for each unit


class Tables(NamedTuple):
    """What is read when a run is over: rows by call and by unit (``state``), and counters."""

    counts: np.ndarray
    incidents: np.ndarray
    units: np.ndarray


def lay_memory(policy: np.ndarray, rings: np.ndarray, size: int, rows: bool) -> np.ndarray:
    """A memory before anything happened, with room for ``size`` times what calls usually need. Rows are made when they begin."""
    calls, units = len(rings), int(policy[st.Z_UNITS])
    room = 256 + 16 * units
    z = {
        st.Z_CALLS: calls, st.Z_ASSIGNMENTS: size * (room + 2 * calls), st.Z_PROMISES: size * (room + 2 * calls),
        st.Z_RESERVATIONS: size * (room + calls), st.Z_HEAP: size * (room + 4 * calls),
        st.Z_ROWS: size * (80 * (units + 8) + 64 * calls) if rows else 0,
        st.Z_FORESEEN: int(not (rows or policy[st.C_REASSIGNS] or policy[st.C_SECOND])),
    }  # fmt: skip
    lengths = {
        st.RINGS_AT: calls, st.INCIDENTS_AT: calls * st.I_WIDTH, st.ASSIGNMENTS_AT: z[st.Z_ASSIGNMENTS] * st.A_WIDTH,
        st.PROMISES_AT: z[st.Z_PROMISES] * st.P_WIDTH, st.RESERVATIONS_AT: z[st.Z_RESERVATIONS] * st.R_WIDTH,
        st.CHAIRS_AT: int(policy[st.Z_DOORS]), st.QUEUE_AT: 10, st.ORDER_AT: units,
        st.FREE_AT: (int(policy[st.Z_CREWS]) + 1) * (units + 1), st.RANKS_AT: (units + 1) * R_WIDTH,
        st.OPTIONS_AT: (units + OPTIONS_BESIDE) * O_WIDTH + OPTIONS_BESIDE, st.HEAP_AT: z[st.Z_HEAP], st.OUT_AT: z[st.Z_ROWS] * WIDTH,
    }  # fmt: skip
    memory = np.empty(len(policy) + sum(lengths.values()), np.int64)
    memory[: len(policy)] = policy
    place = len(policy)
    for name, length in lengths.items():
        memory[name] = place
        place += length
    for name, value in z.items():
        memory[name] = value
    table(memory, st.RINGS_AT, calls)[:] = rings
    _begin(memory)
    return memory


def _begin(memory: np.ndarray) -> None:
    """Nobody waits, nobody is on duty, every chair is free, nothing is to be done."""
    memory[st.N_SOON] = NONE
    table(memory, st.QUEUE_AT, 10)[:] = -1
    lists = int(memory[st.Z_CREWS]) + 1
    table(memory, st.FREE_AT, lists * (int(memory[st.Z_UNITS]) + 1))[:: int(memory[st.Z_UNITS]) + 1] = 0
    doors = int(memory[st.Z_DOORS])
    chairs, groups = table(memory, st.CHAIRS_AT, doors), table(memory, st.GROUPS_AT, doors)
    chairs[groups] = table(memory, st.DOORS_AT, doors, st.D_WIDTH)[:, st.D_CAPACITY]


def table(memory: np.ndarray, name: int, rows: int, width: int = 0) -> np.ndarray:
    """A view of one table; without a width, of single numbers."""
    found = memory[int(memory[name]) : int(memory[name]) + rows * (width or 1)]
    return found.reshape(rows, width) if width else found


def read_tables(memory: np.ndarray) -> Tables:
    """Views of what is read when a run is over."""
    return Tables(
        memory[: st.N_WIDTH],
        table(memory, st.INCIDENTS_AT, int(memory[st.N_RING]), st.I_WIDTH),
        table(memory, st.UNITS_AT, int(memory[st.Z_UNITS]), st.U_WIDTH),
    )


def read_rows(memory: np.ndarray) -> np.ndarray:
    """What was told."""
    return table(memory, st.OUT_AT, int(memory[st.N_ROWS]), WIDTH)
