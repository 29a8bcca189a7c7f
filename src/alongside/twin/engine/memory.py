"""The memory of a run: what the compiled policy lays down once, and the tables that a run fills (``state``)."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from alongside.core.codes import RED_FLAGS
from alongside.twin.engine import layout
from alongside.twin.engine import state as st
from alongside.twin.engine.codes import WIDTH, code
from alongside.twin.engine.destinations import lay_ways
from alongside.twin.engine.duty_people import lay
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.kernel_rank import O_WIDTH, R_WIDTH
from alongside.twin.engine.policy import Policy
from alongside.twin.engine.words import list_facts, list_words
from alongside.twin.planning.roster import list_duties
from alongside.twin.planning.scenario import Scenario

OPTIONS_BESIDE = 80  # room for the eight options and one for each ability, beside one for each unit


class Tables(NamedTuple):
    """What is read when a run is over: rows by call and by unit (``state``), and counters."""

    counts: np.ndarray
    incidents: np.ndarray
    units: np.ndarray


def lay_policy(scenario: Scenario, policy: Policy, travel: GridTravel) -> np.ndarray:
    """The head and everything that no run changes."""
    units, members = layout.lay_units(scenario, policy)
    kinds, terms, listed, told = layout.lay_kinds(scenario, policy, travel)
    rules, kept = layout.lay_promises(scenario)
    shifts = np.array(lay(list_duties(scenario.units, scenario.start, scenario.end, scenario.world.east_ms)), np.int64)
    ways, drives = lay_ways(scenario, travel, policy.known), layout.lay_drives(scenario)
    tables = {
        st.SHIFTS_AT: shifts, st.DRIVES_AT: drives, st.BANDS_AT: np.array(scenario.world.bands), st.KINDS_AT: kinds, st.TERMS_AT: terms,
        st.LISTED_AT: listed, st.TOLD_AT: told, st.CREWS_AT: layout.lay_crews(scenario, policy), st.MEMBERS_AT: members,
        st.DOORS_AT: layout.lay_doors(scenario), st.WAYS_AT: ways, st.RULES_AT: rules, st.KEPT_AT: kept,
        st.GROUPS_AT: layout.lay_groups(scenario), st.FLAGS_AT: np.array([code(flag) for flag in RED_FLAGS]), st.UNITS_AT: units,
    }  # fmt: skip
    sizes = {
        st.Z_UNITS: len(units), st.Z_SHIFTS: len(shifts), st.Z_CREWS: len(policy.crew_kinds), st.Z_PLACES: len(scenario.world.places),
        st.Z_BANDS: drives.shape[1], st.Z_MEMBERS: members.shape[1], st.Z_RULES: rules.shape[2], st.Z_WAYS: ways.shape[2],
        st.Z_FLAGS: len(RED_FLAGS),
    }  # fmt: skip
    head = _head({**layout.lay_constants(scenario, policy), **sizes}, list_words(), list_facts())
    return _behind(head, tables)


def _head(values: Mapping[int, int], words: np.ndarray, facts: np.ndarray) -> np.ndarray:
    head = np.zeros(st.HEAD, np.int64)
    for place, value in values.items():
        head[place] = value
    head[st.WORDS : st.WORDS + len(words)] = words
    head[st.FACTS : st.FACTS + len(facts)] = facts
    return head


def _behind(head: np.ndarray, tables: Mapping[int, np.ndarray]) -> np.ndarray:
    place = len(head)
    for name, table in tables.items():
        head[name] = place
        place += table.size
    return np.concatenate((head, *(table.astype(np.int64).ravel() for table in tables.values())))


def lay_memory(policy: np.ndarray, rings: np.ndarray, size: int, rows: bool) -> np.ndarray:
    """A memory before anything happened, with room for ``size`` times what calls usually need. Rows are made when they begin."""
    calls, units = len(rings), int(policy[st.Z_UNITS])
    room = 256 + 16 * units
    z = {
        st.Z_CALLS: calls, st.Z_ASSIGNMENTS: size * (room + 2 * calls), st.Z_PROMISES: size * (room + 2 * calls),
        st.Z_RESERVATIONS: size * (room + calls), st.Z_HEAP: size * (room + 4 * calls),
        st.Z_ROWS: size * (80 * (units + 8) + 64 * calls) if rows else 0,
    }  # fmt: skip
    lengths = {
        st.RINGS_AT: calls, st.INCIDENTS_AT: calls * st.I_WIDTH, st.ASSIGNMENTS_AT: z[st.Z_ASSIGNMENTS] * st.A_WIDTH,
        st.PROMISES_AT: z[st.Z_PROMISES] * st.P_WIDTH, st.RESERVATIONS_AT: z[st.Z_RESERVATIONS] * st.R_WIDTH,
        st.CHAIRS_AT: int(policy[st.WAYS_AT] - policy[st.DOORS_AT]) // st.D_WIDTH, st.QUEUE_AT: 10, st.ORDER_AT: units,
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
    """Nobody waits, nobody is on duty, every chair is free."""
    table(memory, st.QUEUE_AT, 10)[:] = -1
    lists = int(memory[st.Z_CREWS]) + 1
    table(memory, st.FREE_AT, lists * (int(memory[st.Z_UNITS]) + 1))[:: int(memory[st.Z_UNITS]) + 1] = 0
    doors = int(memory[st.WAYS_AT] - memory[st.DOORS_AT]) // st.D_WIDTH
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
