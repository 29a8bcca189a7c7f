"""A side of a job as a scenario the engines live, and the seeds it is lived with."""

from collections.abc import Iterator

from alongside.library import load_program
from alongside.twin.planning.runnable import check_scenario, must_be_asked
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.whatif.policy import rules_with
from alongside.twin.whatif.told import CORE_MS_A_CALL, Job, Side

WEEK_MS = 7 * 24 * 3_600_000
FIRST = 2  # seeds of the first round: the fewest that give an interval
MOST_AT_ONCE = 8


class Changed(ValueError):
    """A program's rules are no longer those a plan was made for."""


def scenario_of(job: Job, side: Side) -> Scenario:
    """What one side lives. Raises ``Mistake`` where its program is not there, its roster cannot be sent or its protocol does not ask what
    these calls answer; :class:`Changed` where the program is no longer what it was."""
    rules = rules_with(load_program(side.program, job.area).rules, side.settings)
    if rules.hash != side.rules:
        raise Changed(side.program)
    practice = Practice(reassigns=side.reassigns, sends_second=side.sends_second, demand=side.demand)
    scenario = Scenario(rules, job.world, side.units, job.start, job.start + job.weeks * WEEK_MS, 1, practice)
    check_scenario(scenario)
    must_be_asked(scenario)
    return scenario


def core_s(job: Job) -> float:
    """How long the live core would take for all of it, in seconds."""
    calls = sum(job.world.weekly) * job.weeks * job.runs * sum(side.demand for side in job.sides)
    return calls * CORE_MS_A_CALL / 1000


def rounds(runs: int) -> Iterator[list[int]]:
    """Seeds 1 to ``runs``: two, four, then by eight."""
    first, size = 1, FIRST
    while first <= runs:
        yield list(range(first, min(first + size, runs + 1)))
        first, size = first + size, min(2 * size, MOST_AT_ONCE)
