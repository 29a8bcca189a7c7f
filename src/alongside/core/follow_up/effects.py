"""What every fact after the scene does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.follow_up import apply
from alongside.core.late import apply as late
from alongside.core.referral import apply as referral

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {**apply.APPLY, **referral.APPLY, **late.APPLY}
