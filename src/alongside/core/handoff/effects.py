"""What every fact about a safe place does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.handoff import apply
from alongside.core.holds import apply as holds
from alongside.core.invitation import apply as invitation
from alongside.core.signing import apply as signing

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {**apply.APPLY, **invitation.APPLY, **holds.APPLY, **signing.APPLY}
