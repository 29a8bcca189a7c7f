"""Random scenarios on the kernels as machine code and on the live core: ``python -m tests.twin.planning.compiled FIRST COUNT``.

A process of its own, since the stories run the kernels as plain Python. A run that tells nothing must leave the same tables.
"""

import sys
from random import Random

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.reference import run_reference
from alongside.twin.engine.trace import trace
from alongside.twin.planning.calls import sample_calls
from alongside.twin.planning.scenario import Scenario
from tests.twin.planning.scenarios import scenario

UNITS = [st.U_SERVICE, st.U_ASSIGNMENT, st.U_CHARGES, st.U_ENDS, st.U_OFF_DUE, st.U_ON_DUE, st.U_TURN, st.U_BUSY_MS]


def difference(one: Scenario) -> str:
    """Empty where the live core, the kernels that tell and the kernels that only count agree."""
    calls = sample_calls(one)
    reference = trace(run_reference(one, calls=calls), GridTravel(one.world).index)
    told, counted = run_fast(one, rows=True, calls=calls), run_fast(one, calls=calls)
    if found := first_difference(reference, told.rows):
        return found
    if told.facts != counted.facts:
        return f"{told.facts} facts told, {counted.facts} counted"
    if not np.array_equal(told.state.incidents, counted.state.incidents):
        return "other needs, told and counted"
    return "" if np.array_equal(told.state.units[:, UNITS], counted.state.units[:, UNITS]) else "other units, told and counted"


def main(first: int, count: int) -> int:
    """How many of these scenarios differ; each is shown."""
    differ = 0
    for seed in range(first, first + count):
        if found := difference(scenario(Random(seed), 0.7)):
            differ += 1
            sys.stdout.write(f"scenario {seed}: {found}\n")
    sys.stdout.write(f"{count} scenarios, {differ} differ\n")
    return min(differ, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
