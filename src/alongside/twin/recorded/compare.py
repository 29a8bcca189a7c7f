"""What if: the recorded calls lived through under two plans, once for each seed, and compared run by run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from alongside.core.refused import Refused
from alongside.core.rules import Rules
from alongside.twin.planning.paired import Difference
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.running import engine_of, find_prepared, run_calls
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.sweep import compare
from alongside.twin.recorded.lived import Recorded

AS_IT_IS, WHAT_IF = "as it is", "what if"
SHOWN = ("response_median", "response_p90", "waited_mean", "met", "never_sent", "unmet", "without_police", "taken_along", "police_hours")


@dataclass(frozen=True)
class Ask:
    """A plan for recorded calls: a policy and a roster."""

    name: str
    rules: Rules
    units: tuple[PlannedUnit, ...]


class CannotAsk(ValueError):
    """The other policy would refuse a recorded call."""


def run_both(recorded: Recorded, plans: Sequence[Ask], seeds: Sequence[int]) -> pl.DataFrame:
    """One row a run: plan, seed, engine, figures. Raises ``Mistake`` for a plan that cannot be run, :class:`CannotAsk`."""
    rows = [row for plan in plans for row in _rows(recorded, plan, seeds)]
    return pl.DataFrame(rows)


def _rows(recorded: Recorded, plan: Ask, seeds: Sequence[int]) -> list[dict[str, object]]:
    scenario = Scenario(plan.rules, recorded.world, plan.units, recorded.start, recorded.end)
    check_scenario(scenario)
    try:
        ready = find_prepared(scenario)
        told = [(seed, run_calls(scenario, ready, recorded.calls(seed))) for seed in seeds]
    except Refused as refused:
        raise CannotAsk(f"{plan.name}: a recorded call is refused by this policy ({refused})") from refused
    return [{"plan": plan.name, "seed": seed, "engine": engine_of(ready), **figures.as_row()} for seed, figures in told]


def differences(runs: pl.DataFrame) -> Mapping[str, Difference]:
    """By figure, where it was counted in both plans."""
    return {name: compare(runs, AS_IT_IS, WHAT_IF, name) for name in SHOWN if runs.filter(~pl.col(name).is_nan())["plan"].n_unique() == 2}
