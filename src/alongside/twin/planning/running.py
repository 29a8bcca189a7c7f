"""Which engine runs a part of a sweep: the kernels where they know the plan, else the live core; each row says which."""

from dataclasses import replace

from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.fast import Ready, compile_scenario, run_ready
from alongside.twin.planning.calls import sample
from alongside.twin.planning.figures import figures_of, figures_of_core
from alongside.twin.planning.parts import Part, Plan, keep
from alongside.twin.planning.scenario import Scenario

CORE, KERNEL = "core", "kernel"


def find_ready(scenario: Scenario) -> Ready | None:
    """The scenario compiled for the kernels; None where only the live core knows it."""
    try:
        return compile_scenario(scenario)
    except Outside:
        return None


def run_part(part: Part, plan: Plan, ready: Ready | None) -> None:
    """Every seed of it, in whatever process this is, and the part kept."""
    scenario = plan.scenario
    if ready is None:
        keep(part, plan.name, CORE, [figures_of_core(replace(scenario, seed=seed)) for seed in part.seeds])
        return
    calls = (sample(scenario.world, ready.start, ready.end, seed, scenario.practice.demand) for seed in part.seeds)
    keep(part, plan.name, KERNEL, [figures_of(run_ready(ready, one), one, scenario.world) for one in calls])
