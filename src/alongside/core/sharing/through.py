"""Rules of seats that look through the thing a request names: whose it is, or about whom."""

from collections.abc import Callable
from typing import Any

from alongside.core.asking import Asking

Rule = Callable[[Asking, Any], bool]


def through(rule: Rule, shelf: str, name: str) -> Rule:
    """The rule asked of what ``name`` names on that shelf of the board; what is not there is nobody's to refuse here."""

    def looks(asking: Asking, request: Any) -> bool:
        found = getattr(asking.board, shelf).find(getattr(request, name))
        return found is None or rule(asking, found)

    return looks


def own_assignment(asking: Asking, request: Any) -> bool:
    """An assignment of the asker's own unit."""
    found = asking.board.assignments.find(request.assignment)
    return found is None or found.unit == asking.by.seat


def crew_said_so(asking: Asking, request: Any) -> bool:
    """A hazard a crew reported: what a caller, an officer or a register said is the desk's to withdraw."""
    found = asking.board.hazards.find(request.hazard)
    return found is None or found.source == "crew"


def is_receiver(asking: Asking, request: Any) -> bool:
    """The receiver of a message."""
    found = asking.board.messages.find(request.message)
    return found is None or found.to == asking.by.seat
