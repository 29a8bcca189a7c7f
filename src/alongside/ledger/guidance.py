"""What decisions are told: the rules of the files and the roads. Swapped as a whole when an agency changes its data."""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.policy.in_force import in_force
from alongside.core.rules import Rules
from alongside.core.travel import Travel


class Guidance(NamedTuple):
    """Handed to every decision. The hash of what is in force then, these rules or what a policy makes of them, is kept with the request."""

    rules: Rules
    travel: Travel

    def at(self, board: Board, at: int) -> "Guidance":
        """With the rules in force at a moment (ms UTC), as far as anybody has agreed to others than the files'."""
        return self._replace(rules=in_force(board, self.rules, at))
