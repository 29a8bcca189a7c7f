"""Programs as plans know them: in this deployment's own area, under the policy that is in force or that a plan was made under."""

from functools import lru_cache
from pathlib import Path

from alongside.core.policy.state import Settings
from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.library.programs.load import changed_at
from alongside.library.programs.profile import Profile
from alongside.library.programs.sources import find_folder
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
    folder = find_folder(program)
    return _elsewhere(folder, changed_at(folder), deployment.profile.area.name)


@lru_cache(maxsize=32)
def _elsewhere(folder: Path, _changed: int, _area: str) -> Profile:
    """Read anew where its files were edited: one page of the board asks a dozen times, and each reading takes 30 ms."""
    return load_program(folder, get_deployment().profile.area)
