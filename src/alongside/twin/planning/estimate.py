"""How long a sweep will take on this machine, said before it starts: some calls are lived through, the rest taken to be like them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from alongside.twin.engine.fast import Ready
from alongside.twin.planning.calls import expect_calls, sample_calls
from alongside.twin.planning.figures import figures_of_core
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.running import find_ready, run_calls
from alongside.twin.planning.scenario import Scenario

TRIED_CALLS = 60
LEAST_MS = 3_600_000


@dataclass(frozen=True)
class Estimate:
    """``on_core`` of ``runs`` are on the live core, the others on the kernels."""

    runs: int
    on_core: int
    seconds: float

    def __str__(self) -> str:
        minutes = round(self.seconds / 60)
        lasts = f"{max(1, round(self.seconds))} seconds" if self.seconds < 90 else f"{minutes} minutes"
        where = f", {self.on_core:,} of them on the live core, which is slower" if self.on_core else ""
        return f"{self.runs:,} runs{where}: about {lasts} on this machine"


def estimate(plans: Sequence[Plan], seeds: Sequence[int], processes: int, clock: Callable[[], float] = perf_counter) -> Estimate:
    """Each plan is tried for some sixty calls. Raises ``Mistake`` for a plan that cannot be run."""
    ready = [find_ready(plan.scenario) for plan in plans]
    seconds = sum(_of_one_run(plan.scenario, one, clock) for plan, one in zip(plans, ready, strict=True)) * len(seeds)
    return Estimate(len(plans) * len(seeds), ready.count(None) * len(seeds), seconds / max(1, min(processes, len(plans) * len(seeds))))


def _of_one_run(scenario: Scenario, ready: Ready | None, clock: Callable[[], float]) -> float:
    if ready is None:
        return _on_core(scenario, clock)
    run_calls(scenario, ready, sample_calls(scenario))  # whatever is only done once
    began = clock()
    run_calls(scenario, ready, sample_calls(scenario))
    return clock() - began


def _on_core(scenario: Scenario, clock: Callable[[], float]) -> float:
    expected = expect_calls(scenario)
    share = min(1.0, TRIED_CALLS / expected) if expected else 1.0
    span = min(scenario.end - scenario.start, max(LEAST_MS, round((scenario.end - scenario.start) * share)))
    began = clock()
    figures_of_core(replace(scenario, end=scenario.start + span))
    return (clock() - began) * (scenario.end - scenario.start) / span
