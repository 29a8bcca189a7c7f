"""Where, when and after how long: counts of one run that can be added up over many."""

from dataclasses import dataclass

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.planning import columns
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS, PlanningWorld

BIN_MS, BINS = 300_000, 25  # response times by five minutes; the last holds all from two hours on


@dataclass(frozen=True)
class Patterns:
    """Calls a crew came to, by five minutes. Calls that wanted a better kind of crew, by local hour of the week and by place."""

    responses: tuple[int, ...]
    unmet_hours: tuple[int, ...]
    unmet_places: tuple[int, ...]


def patterns_of(called: np.ndarray, calls: Calls, world: PlanningWorld) -> Patterns:
    """``called``: the first rows of a run's incidents, one for each of its calls that rang."""
    there = called[called[:, st.I_ON_SCENE_AT] > 0]
    waited = np.clip((there[:, st.I_ON_SCENE_AT] - there[:, st.I_TAKEN_AT]) // BIN_MS, 0, BINS - 1)
    unmet = called[:, st.I_UNMET] > 0
    hours = (called[unmet, st.I_TAKEN_AT] + world.east_ms - MONDAY_MS) // HOUR_MS % WEEK_HOURS
    places = calls.drawn[: len(called)][unmet, columns.PLACE]
    return Patterns(counts(waited, BINS), counts(hours, WEEK_HOURS), counts(places, len(world.places)))


def counts(values: np.ndarray, size: int) -> tuple[int, ...]:
    """How often each of 0 to ``size`` - 1."""
    return tuple(np.bincount(values.astype(np.int64), minlength=size).tolist())
