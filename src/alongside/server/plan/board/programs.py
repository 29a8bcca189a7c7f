"""Programs that can be tried on today's calls: those that ask the same questions first."""

from typing import NamedTuple

from alongside.library.programs.sources import LIBRARY
from alongside.library.reading import Mistake
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.words import program_name
from alongside.server.site.deployment import get_deployment


class Choice(NamedTuple):
    """``can``: whether it can be tried; its calls answer the same protocol."""

    name: str
    label: str
    can: bool


def list_programs() -> list[Choice]:
    """This deployment's own first, then the library's."""
    own = get_deployment().options.program
    bundled = sorted(path.parent.name for path in (LIBRARY / "programs").glob("*/program.yaml"))
    names = [own, *(name for name in bundled if name != own)]
    return [Choice(name, program_name(name), is_fit(name)) for name in names if can_read(name)]


def may_try(name: str) -> bool:
    """Whether it is on the list and fits."""
    return any(one.name == name and one.can for one in list_programs())


def can_read(name: str) -> bool:
    try:
        profile_of(name)
    except Mistake:
        return False
    return True


def is_fit(name: str) -> bool:
    """Today's calls are answers to today's protocol; under other questions they would say nothing."""
    return profile_of(name).rules.program.protocol == get_deployment().profile.rules.program.protocol
