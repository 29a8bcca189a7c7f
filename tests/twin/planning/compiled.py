"""Random scenarios on the kernels as machine code and on the live core: ``python -m tests.twin.planning.compiled FIRST COUNT``.

A process of its own, since the stories run the kernels as plain Python. A run that tells nothing must leave the same tables.
"""

import sys
from random import Random

import numpy as np

from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.reference import run_reference
from alongside.twin.engine.trace import trace
from alongside.twin.planning.calls import sample_calls
from alongside.twin.planning.scenario import Scenario
from tests.twin.planning.scenarios import scenario


def difference(one: Scenario) -> str:
    """Empty where the live core, the kernels that tell and the kernels that only count agree."""
    calls = sample_calls(one)
    reference = trace(run_reference(one, calls=calls), GridTravel(one.world).index)
    told, counted = run_fast(one, rows=True, calls=calls), run_fast(one, calls=calls)
    if found := first_difference(reference, told.rows):
        return found
    if told.facts != counted.facts:
        return f"{told.facts} facts told, {counted.facts} counted"
    pairs = zip(
        ("incidents", "units"), (told.state.incidents, told.state.units), (counted.state.incidents, counted.state.units), strict=True
    )
    return next((f"other {name}, told and counted" for name, one, other in pairs if not np.array_equal(one, other)), "")


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
