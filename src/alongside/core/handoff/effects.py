"""What every fact about a safe place does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.handoff import apply
from alongside.core.invitation import apply as invitation

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {**apply.APPLY, **invitation.APPLY}
