"""Orders of follow-up."""

from alongside.core.codes import AttemptOutcome
from alongside.core.request import Request, request


@request
class TakeFollowUp(Request):
    """A desk takes all open follow-ups of one person on, and with them responsibility (unless a facility has the person)."""

    episode: str
    position: str


@request
class AttemptFollowUp(Request):
    """One try to reach the person. Words in ``words``."""

    follow_up: str
    outcome: AttemptOutcome
    next_at: int | None = None


@request
class CloseFollowUp(Request):
    """Give a follow-up up, with a reason; a supervisor signs."""

    follow_up: str
    reason: str
    signed_by: str = ""
