"""What the board starts from: this deployment's roster, rules and world as they are today."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.core.policy.state import Settings
from alongside.library import load_program
from alongside.library.programs.profile import Profile
from alongside.server.plan.board.kept import folder, keep_world
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.keeping import open_today
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.policy import rules_with, settings_of
from alongside.twin.world.numbers import load_world


def today_plan() -> BoardPlan:
    """This week, with today's roster and the policy in force, in this deployment's own world."""
    deployment = get_deployment()
    start = monday(deployment.clock.now(), deployment.profile.area.zone)
    return plan_in(open_today(folder(), deployment.profile, deployment.travel, load_world(), start), start)


def plan_in(world: PlanningWorld, start: int) -> BoardPlan:
    """Today's roster and the policy in force in a world, from a Monday on."""
    deployment = get_deployment()
    program, units = deployment.options.program, units_of(deployment.profile, world)
    rules, settings = policy_of(program)
    return BoardPlan(program=program, rules=rules, settings=settings, world=keep_world(world), start=start, units=units)


def policy_of(program: str) -> tuple[str, Settings]:
    """(hash of its rules, settings): this deployment's own as in force now, another's as its files say. Raises ``Mistake``."""
    deployment, files = get_deployment(), profile_of(program).rules
    settings = settings_of(deployment.rules) if program == deployment.options.program else ()
    return rules_with(files, settings).hash, settings


def monday(now: int, zone: str) -> int:
    """The local Monday 0:00 before this time, ms UTC."""
    local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    begins = (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(begins.timestamp() * 1000)


def profile_of(program: str) -> Profile:
    """A program in this deployment's own area. Raises ``Mistake``."""
    deployment = get_deployment()
    if program == deployment.options.program:
        return deployment.profile
    return load_program(program, deployment.profile.area)
