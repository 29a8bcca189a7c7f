"""Where, when and after how long: counts of one run that can be added up over many."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.planning import columns
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS, PlanningWorld

BIN_MS, BINS = 300_000, 25  # response times by five minutes; the last holds all from two hours on


class Needs(NamedTuple):
    """What figures are made of: of each call that rang, a column by itself (``state``)."""

    outcome: np.ndarray
    taken_at: np.ndarray
    assigned_at: np.ndarray
    on_scene_at: np.ndarray
    met_at: np.ndarray
    police: np.ndarray
    unmet: np.ndarray
    wanted: np.ndarray


def needs_of(called: np.ndarray) -> Needs:
    """``called``: the first rows of a run's incidents, one for each of its calls that rang. Read once; its columns are counted often."""
    return Needs(*np.ascontiguousarray(called[:, st.I_OUTCOME : st.I_WIDTH].T))


@dataclass(frozen=True)
class Patterns:
    """Calls a crew came to, by five minutes. Calls that wanted a better kind of crew, by local hour of the week and by place."""

    responses: tuple[int, ...]
    unmet_hours: tuple[int, ...]
    unmet_places: tuple[int, ...]


def patterns_of(needs: Needs, calls: Calls, world: PlanningWorld) -> Patterns:
    """Of one run, and of its calls."""
    there = needs.on_scene_at > 0
    waited = np.clip((needs.on_scene_at[there] - needs.taken_at[there]) // BIN_MS, 0, BINS - 1)
    unmet = np.flatnonzero(needs.unmet)
    hours = (needs.taken_at[unmet] + world.east_ms - MONDAY_MS) // HOUR_MS % WEEK_HOURS
    places = calls.drawn[unmet, columns.PLACE]
    return Patterns(counts(waited, BINS), counts(hours, WEEK_HOURS), counts(places, len(world.places)))


def counts(values: np.ndarray, size: int) -> tuple[int, ...]:
    """How often each of 0 to ``size`` - 1."""
    return tuple(np.bincount(values.astype(np.int64), minlength=size).tolist())
