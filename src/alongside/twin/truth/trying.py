"""The lived calls once more, in the twin: they ring when and where they rang and say what was said. All else is drawn, seed by seed."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from msgspec.structs import replace as with_other

from alongside.core.rules import Rules
from alongside.twin.planning import columns as c
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.recorded.calls import Rang
from alongside.twin.recorded.lived import read_recorded
from alongside.twin.truth import kinds, running

SAID = (c.KIND, c.PLACE)
AS_HERE = Practice(sends_second=True)  # whoever else a requirement asks for is sent along


def once_more(
    calls: Sequence[Rang], world: PlanningWorld, rules: Rules, units: tuple[PlannedUnit, ...], counted_from: int, end: int
) -> running.Again:
    """At least one call; the world and roster they were lived in, until the same moment."""
    recorded = read_recorded(calls, world, rules)
    ending = tuple(kinds.as_in(world, rules, one) for one in recorded.world.kinds)
    fixed = recorded.fixed[np.isin(recorded.fixed[:, 1], SAID)]
    recorded = replace(recorded, world=with_other(recorded.world, kinds=ending), fixed=fixed, end=end)
    return running.Again(Scenario(rules, recorded.world, units, recorded.start, end, 1, AS_HERE), recorded, counted_from)
