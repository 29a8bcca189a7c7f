"""Random scenarios, kernels as machine code beside the live core: ``python -m tests.twin.planning.compiled FIRST COUNT [DAYS [WAY]]``.

A process of its own, since the stories run the kernels as plain Python. A run that tells nothing must leave the same tables.
"""

import sys
from dataclasses import replace
from random import Random

import numpy as np
from msgspec import structs

from alongside.twin.engine import state as st
from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.compiling import IS_PLAIN
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.reference import run_reference
from alongside.twin.engine.trace import trace
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.scenario import Practice, Scenario
from tests.twin.planning.scenarios import crowded, scenario

NEEDS = [column for column in range(st.I_WIDTH) if column != st.I_PROMISE]  # promises have no names where nobody tells them
UNITS = [st.U_SERVICE, st.U_ASSIGNMENT, st.U_CHARGES, st.U_ENDS, st.U_OFF_DUE, st.U_ON_DUE, st.U_TURN, st.U_BUSY_MS]


def difference(one: Scenario) -> str:
    """Empty where the live core, the kernels that tell and the kernels that only count agree."""
    calls = sample_calls(one)
    reference = trace(run_reference(one, calls=calls), GridTravel(one.world).index)
    if found := first_difference(reference, run_fast(one, rows=True, calls=calls).rows):
        return found
    always = tuple(structs.replace(unit, shifts=()) for unit in one.units)
    simple = replace(one, practice=Practice(demand=one.practice.demand), units=always)  # where the most is counted, and foreseen
    return told_and_counted(one, calls) or told_and_counted(simple, calls)


def told_and_counted(one: Scenario, calls: Calls) -> str:
    """Empty where a run that tells and one that only counts come to the same."""
    told, counted = run_fast(one, rows=True, calls=calls), run_fast(one, calls=calls)
    if told.facts != counted.facts:
        return f"{told.facts} facts told, {counted.facts} counted"
    if not np.array_equal(told.state.incidents[:, NEEDS], counted.state.incidents[:, NEEDS]):
        return "other needs, told and counted"
    return "" if np.array_equal(told.state.units[:, UNITS], counted.state.units[:, UNITS]) else "other units, told and counted"


def drawn(seed: int, days: float) -> Scenario:
    """A random scenario."""
    return scenario(Random(seed), days)


def turned(seed: int, days: float) -> Scenario:
    """One with too few crews, which are turned away."""
    busy = crowded(Random(seed), days)
    return replace(busy, practice=structs.replace(busy.practice, sends_second=False))


def along(seed: int, days: float) -> Scenario:
    """One with too few crews, of which several are sent to one need. Both together is for the live core alone (``test_reference``)."""
    busy = crowded(Random(seed), days)
    return replace(busy, practice=structs.replace(busy.practice, reassigns=False))


WAYS = {"drawn": drawn, "turned": turned, "along": along}


def main(first: int, count: int, days: float = 0.7, way: str = "drawn") -> int:
    """How many of these scenarios differ; each is shown. Raises where the kernels are not machine code."""
    if IS_PLAIN:
        raise RuntimeError("NUMBA_DISABLE_JIT is set: this would compare plain Python")
    differ = 0
    for seed in range(first, first + count):
        if found := difference(WAYS[way](seed, days)):
            differ += 1
            sys.stdout.write(f"scenario {seed}: {found}\n")
    sys.stdout.write(f"{count} scenarios, {differ} differ\n")
    return min(differ, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), *map(float, sys.argv[3:4]), *sys.argv[4:5]))
