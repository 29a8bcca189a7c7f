"""The lived calls once more, in the twin: they ring when and where they rang and say what was said. All else is drawn, seed by seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as with_other

from alongside.core.intake.triage import run
from alongside.core.rules import Rules
from alongside.twin.engine.fast import Ready, run_ready
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.fold import empty_fold
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.running import find_prepared
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import CallKind, PlanningWorld
from alongside.twin.recorded.calls import Rang
from alongside.twin.recorded.lived import Recorded, read_recorded
from alongside.twin.truth.measuring import rows_of

SAID = (c.KIND, c.PLACE)
AS_HERE = Practice(sends_second=True)  # whoever else a requirement asks for is sent along


@dataclass(frozen=True)
class Again:
    """Calls to be lived once more, until ``end``; those that rang before ``counted_from`` only keep crews busy."""

    scenario: Scenario
    recorded: Recorded
    counted_from: int

    def live(self, seeds: Sequence[int]) -> Iterator[np.ndarray]:
        """The rows of each run, in the order of the calls."""
        ready = find_prepared(self.scenario)
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


def once_more(
    calls: Sequence[Rang], world: PlanningWorld, rules: Rules, units: tuple[PlannedUnit, ...], counted_from: int, end: int
) -> Again:
    """At least one call; the world and roster they were lived in, until the same moment."""
    recorded = read_recorded(calls, world, rules)
    kinds = tuple(as_in(world, rules, one) for one in recorded.world.kinds)
    fixed = recorded.fixed[np.isin(recorded.fixed[:, 1], SAID)]
    recorded = replace(recorded, world=with_other(recorded.world, kinds=kinds), fixed=fixed, end=end)
    return Again(Scenario(rules, recorded.world, units, recorded.start, end, 1, AS_HERE), recorded, counted_from)


def as_in(world: PlanningWorld, rules: Rules, kind: CallKind) -> CallKind:
    """With how such calls end in this world: of the kind that says the same, else of those as urgent."""
    level = _level(rules, kind)
    same = [one for one in world.kinds if kind.answers and one.answers == kind.answers]
    alike = same or [one for one in world.kinds if one.level == level and one.weight > 0] or list(world.kinds)
    engaged, declined, gone = _mean([one.ends for one in alike], alike)
    resolved, referred, taken, arrested = _mean([one.outcomes for one in alike], alike)
    return with_other(kind, level=level, ends=(engaged, declined, gone), outcomes=(resolved, referred, taken, arrested))


def _level(rules: Rules, kind: CallKind) -> int:
    found = run(rules.protocols[rules.program.protocol], dict(kind.answers)).level if kind.answers else None
    return kind.level if found is None else int(found)


def _mean(rows: Sequence[Sequence[float]], kinds: Sequence[CallKind]) -> list[float]:
    shares = np.array(rows, dtype=np.float64)
    shares /= shares.sum(axis=1, keepdims=True)
    found: list[float] = np.average(shares, axis=0, weights=[one.weight for one in kinds]).tolist()
    return found
