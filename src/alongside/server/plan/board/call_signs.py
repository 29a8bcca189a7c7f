"""What teams of other programs' rosters are called."""

from functools import lru_cache

from alongside.library.programs.sources import list_programs
from alongside.server.plan.board.profiles import profile_of


@lru_cache(maxsize=256)
def other_call_sign(name: str) -> str:
    """What a team of another program's own roster is called; its name where none has it."""
    known = (unit for one in list_programs() for unit in profile_of(one).units)
    return next((unit.call_sign for unit in known if unit.id == name), name)
