"""What the board starts from: this deployment's roster, rules and world as they are today."""

from alongside.server.plan.board.kept import keep_world
from alongside.server.plan.board.profiles import policy_of
from alongside.server.plan.own import own_at
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.offset import monday
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.plan import BoardPlan


def today_plan() -> BoardPlan:
    """This week, with today's roster and the policy in force, in this deployment's own world. Raises ``OwnLost``."""
    deployment = get_deployment()
    start = monday(deployment.clock.now(), deployment.profile.area.zone)
    return plan_in(own_at(start), start)


def plan_in(world: PlanningWorld, start: int) -> BoardPlan:
    """Today's roster and the policy in force in a world, from a Monday on."""
    deployment = get_deployment()
    program, units = deployment.options.program, units_of(deployment.profile, world)
    rules, settings = policy_of(program)
    return BoardPlan(program=program, rules=rules, settings=settings, world=keep_world(world), start=start, units=units)
