"""Calls lived once more, on whichever engine is ready."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from alongside.twin.engine.fast import Ready, run_ready
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.fold import empty_fold
from alongside.twin.planning.running import find_prepared
from alongside.twin.planning.scenario import Scenario
from alongside.twin.recorded.lived import Recorded
from alongside.twin.truth.measuring import rows_of

PAYS = 5_000  # calls lived in all: the live core itself has lived fewer in seven seconds, and needs no machine code for it


@dataclass(frozen=True)
class Again:
    """Calls to be lived once more, until ``end``; those that rang before ``counted_from`` only keep crews busy."""

    scenario: Scenario
    recorded: Recorded
    counted_from: int

    def ready_for(self, runs: int) -> Ready | None:
        """The kernels, where so many runs are worth theirs."""
        return find_prepared(self.scenario) if runs * len(self.recorded.rings) >= PAYS else None

    def live(self, seeds: Sequence[int], ready: Ready | None = None) -> Iterator[np.ndarray]:
        """The rows of each run, in the order of the calls: on the kernels where they are given, else on the live core."""
        for seed in seeds:
            rows = rows_of(incidents_of(self.scenario, ready, self.recorded.calls(seed)))
            yield rows[rows[:, 0] >= self.counted_from]


def incidents_of(scenario: Scenario, ready: Ready | None, calls: Calls) -> np.ndarray:
    """The table of needs of one run: on the kernels where they are ready, else on the live core."""
    if ready is not None:
        return run_ready(ready, calls).state.incidents[: len(calls)]
    fold = empty_fold(len(calls), len(scenario.units))
    run_reference(scenario, fold.take, calls)
    return fold.incidents[: fold.called]
