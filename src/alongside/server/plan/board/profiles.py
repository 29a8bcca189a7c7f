"""Programs as plans know them: in this deployment's own area, under the policy that is in force or that a plan was made under."""

from alongside.core.policy.state import Settings
from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.library.programs.profile import Profile
from alongside.server.site.deployment import get_deployment
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.policy import rules_with, settings_of


def policy_of(program: str) -> tuple[str, Settings]:
    """(hash of its rules, settings): this deployment's own as in force now, another's as its files say. Raises ``Mistake``."""
    deployment, files = get_deployment(), profile_of(program).rules
    settings = settings_of(deployment.rules) if program == deployment.options.program else ()
    return rules_with(files, settings).hash, settings


def rules_of(plan: BoardPlan) -> Rules:
    """What this plan's program lives by under the plan's policy. Raises ``Mistake``."""
    return rules_with(profile_of(plan.program).rules, plan.settings)


def profile_of(program: str) -> Profile:
    """A program in this deployment's own area. Raises ``Mistake``."""
    deployment = get_deployment()
    if program == deployment.options.program:
        return deployment.profile
    return load_program(program, deployment.profile.area)
