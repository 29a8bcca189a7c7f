"""Which engine runs a part of a sweep: the kernels where they know the plan, else the live core; each row says which."""

from collections.abc import Sequence

from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.fast import Ready, compile_scenario, run_ready
from alongside.twin.engine.readiness import is_prepared
from alongside.twin.planning.calls import Calls, sample, taken
from alongside.twin.planning.figures import Figures, figures_of, figures_of_core, with_others
from alongside.twin.planning.parts import Part, Plan, keep
from alongside.twin.planning.scenario import Scenario

CORE, KERNEL = "core", "kernel"


def find_ready(scenario: Scenario) -> Ready | None:
    """The scenario compiled for the kernels; None where only the live core knows it."""
    try:
        return compile_scenario(scenario)
    except Outside:
        return None


def find_prepared(scenario: Scenario) -> Ready | None:
    """The same, and only where nobody would wait for the kernels to be made."""
    return find_ready(scenario) if is_prepared() else None


def run_part(part: Part, plan: Plan, ready: Ready | None) -> None:
    """Every seed of it, in whatever process this is, and the part kept."""
    keep(part, plan.name, engine_of(ready), run_seeds(plan.scenario, ready, part.seeds))


def run_seeds(scenario: Scenario, ready: Ready | None, seeds: Sequence[int]) -> list[Figures]:
    """The figures of each seed's calls, in the order of the seeds."""
    calls = (sample(scenario.world, scenario.start, scenario.end, seed, scenario.practice.demand) for seed in seeds)
    return [run_calls(scenario, ready, one) for one in calls]


def run_calls(scenario: Scenario, ready: Ready | None, calls: Calls) -> Figures:
    """These calls, on the kernels where the scenario is ready for them; those its program does not take are counted beside them."""
    known = taken(calls, scenario)
    found = figures_of_core(scenario, known) if ready is None else figures_of(run_ready(ready, known), known, scenario.world)
    return with_others(found, len(calls) - len(known))


def engine_of(ready: Ready | None) -> str:
    """What a row says of who ran it."""
    return CORE if ready is None else KERNEL
