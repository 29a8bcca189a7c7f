"""What the twin is asked of its truth: whose calls, from when to when, by whom they are answered."""

from alongside.server.plan.board.today import plan_in
from alongside.server.plan.own import own_at
from alongside.server.plan.truth.span import stretch
from alongside.server.site.deployment import get_deployment
from alongside.twin.truth.told import Job


def make_job(days: int, runs: int) -> Job:
    """Lived so often, with today's roster, and the policy in force, in the world this deployment is lived in. Raises ``OwnLost``."""
    deployment = get_deployment()
    since, until = stretch(days, deployment.clock.now(), deployment.profile.area.zone)
    world = own_at(until)
    plan = plan_in(world, since)
    return Job(
        program=plan.program, rules=plan.rules, settings=plan.settings, world=world, units=plan.units, since=since, until=until, runs=runs
    )
