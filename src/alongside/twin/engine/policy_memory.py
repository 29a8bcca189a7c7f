"""The compiled policy laid down once, for any number of runs: the head of a memory and every table that no run changes (``state``)."""

from collections.abc import Mapping

import numpy as np

from alongside.core.codes import RED_FLAGS
from alongside.twin.engine import layout
from alongside.twin.engine import state as st
from alongside.twin.engine.codes import code
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.layout_doors import lay_places
from alongside.twin.engine.layout_shifts import lay_shifts
from alongside.twin.engine.policy import compile_policy
from alongside.twin.engine.words import list_facts, list_words
from alongside.twin.planning.scenario import Scenario


def lay_policy(scenario: Scenario, travel: GridTravel) -> np.ndarray:
    """The head and everything that no run changes. Raises ``Outside``."""
    policy = compile_policy(scenario, travel)
    units, members = layout.lay_units(scenario, policy)
    kinds, terms, listed, told = layout.lay_kinds(scenario, policy, travel)
    rules, kept = layout.lay_promises(scenario)
    shifts = lay_shifts(scenario)
    drives, doors = layout.lay_drives(scenario), lay_places(scenario, policy, travel)
    tables = {
        st.SHIFTS_AT: shifts, st.DRIVES_AT: drives, st.BANDS_AT: np.array(scenario.world.bands), st.KINDS_AT: kinds, st.TERMS_AT: terms,
        st.LISTED_AT: listed, st.TOLD_AT: told, st.CREWS_AT: layout.lay_crews(scenario, policy), st.MEMBERS_AT: members,
        st.RULES_AT: rules, st.KEPT_AT: kept, **doors, st.FLAGS_AT: np.array([code(flag) for flag in RED_FLAGS]), st.UNITS_AT: units,
    }  # fmt: skip
    sizes = {
        st.Z_UNITS: len(units), st.Z_SHIFTS: len(shifts), st.Z_CREWS: len(policy.crew_kinds), st.Z_PLACES: len(scenario.world.places),
        st.Z_BANDS: drives.shape[1], st.Z_MEMBERS: members.shape[1], st.Z_RULES: rules.shape[2], st.Z_WAYS: doors[st.WAYS_AT].shape[2],
        st.Z_FLAGS: len(RED_FLAGS), st.Z_DOORS: len(scenario.world.doors),
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
