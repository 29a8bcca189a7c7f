"""Kinds of crew that rosters can be found for."""

from alongside.core.codes import Level
from alongside.server.plan.board.words import crew_name
from alongside.server.site.deployment import get_deployment
from alongside.twin.whatif.plan import BoardPlan


def kinds_of(today: BoardPlan) -> dict[str, str]:
    """Kinds of crew that drive and that today's roster has a team of, with their names, in the order of the urgent level."""
    program = get_deployment().rules.program
    order = [step.crew_kind for step in program.levels[Level.URGENT].order]
    driving = {unit.crew_kind for unit in today.units if unit.crew_kind in program.crews and not program.crews[unit.crew_kind].remote}
    return {
        kind: crew_name(kind) for kind in sorted(driving, key=lambda kind: (kind not in order, kind in order and order.index(kind), kind))
    }
