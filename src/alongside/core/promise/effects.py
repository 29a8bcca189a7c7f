"""What facts of the promise, and of the policy that sets its limits, do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.policy.apply import APPLY as POLICY
from alongside.core.promise.apply import APPLY as PROMISE

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {**PROMISE, **POLICY}
