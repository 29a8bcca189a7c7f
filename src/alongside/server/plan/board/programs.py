"""Programs that can be tried on today's calls, and why others cannot."""

from typing import NamedTuple

from alongside.library.programs.sources import LIBRARY
from alongside.library.reading import Mistake
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.words import program_name
from alongside.server.plan.complaints import say_complaint
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.runnable import complaints_of_policy
from alongside.twin.planning.world import PlanningWorld


class Choice(NamedTuple):
    """``why``: what is in the way of trying it; empty where nothing is."""

    name: str
    label: str
    why: str


def list_programs(world: PlanningWorld) -> list[Choice]:
    """This deployment's own first, then the library's."""
    own = get_deployment().options.program
    bundled = sorted(path.parent.name for path in (LIBRARY / "programs").glob("*/program.yaml"))
    names = [own, *(name for name in bundled if name != own)]
    return [Choice(name, program_name(name), find_why(name, world)) for name in names if can_read(name)]


def may_try(name: str, world: PlanningWorld) -> bool:
    """Whether it is on the list and fits."""
    return any(one.name == name and not one.why for one in list_programs(world))


def can_read(name: str) -> bool:
    try:
        profile_of(name)
    except Mistake:
        return False
    return True


def find_why(name: str, world: PlanningWorld) -> str:
    """The first thing in the way of trying it in this world, in a sentence."""
    return next((say_complaint(one) for one in complaints_of_policy(profile_of(name).rules, world)), "")
