"""What a plan costs in a year beside what it is compared with."""

from alongside.server.plan.board.costs import figures_of
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.question import Question
from alongside.twin.whatif.cost import cost_a_year


def cost_both(asked: Question) -> tuple[float, float]:
    """What that roster and this one cost in a year, both by this plan's figures."""
    figures = figures_of(asked.plan)
    today = cost_a_year(asked.beside.units, figures, remote_of(asked.beside.program))
    return today, cost_a_year(asked.known_units(), figures, remote_of(asked.plan.program))


def remote_of(program: str) -> frozenset[str]:
    """Crews that have no vehicle."""
    return frozenset(id for id, kind in profile_of(program).rules.program.crews.items() if kind.remote)
