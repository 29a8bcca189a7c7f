"""``apply(board, fact)``: the only way a board changes. Total: a fact once written can always be applied."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.dispatch.apply import APPLY as DISPATCH
from alongside.core.fact import Fact
from alongside.core.field.apply import APPLY as FIELD
from alongside.core.follow_up.effects import APPLY as FOLLOW_UP
from alongside.core.handoff.effects import APPLY as HANDOFF
from alongside.core.intake.apply import APPLY as INTAKE
from alongside.core.person.effects import APPLY as PERSON
from alongside.core.promise.effects import APPLY as PROMISE
from alongside.core.quarantine import APPLY as QUARANTINE

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    **INTAKE,
    **DISPATCH,
    **FIELD,
    **HANDOFF,
    **FOLLOW_UP,
    **PROMISE,
    **PERSON,
    **QUARANTINE,
}


def apply(board: Board, fact: Fact) -> None:
    """Change the board as the fact says. Consults no clock, no table of life, and never refuses."""
    APPLY[type(fact)](board, fact)
