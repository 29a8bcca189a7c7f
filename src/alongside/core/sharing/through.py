"""A rule of seats that looks through a thing of somebody's to the person it is about."""

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
