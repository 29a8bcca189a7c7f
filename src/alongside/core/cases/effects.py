"""What every fact about longer work with people does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.card import apply as card
from alongside.core.cases import apply as cases
from alongside.core.fact import Fact
from alongside.core.often import apply as often
from alongside.core.threat import apply as threat

APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {**cases.APPLY, **card.APPLY, **often.APPLY, **threat.APPLY}
