"""What facts of signatures do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.supervised import facts as f


def owed(board: Board, fact: f.SignatureOwed) -> None:
    """It waits."""
    one = board.signatures.reach(fact.item)
    one.person, one.author, one.owed_at = fact.person, fact.author, fact.at


def signed(board: Board, fact: f.ItemSigned) -> None:
    """It counts."""
    one = board.signatures.reach(fact.item)
    one.person, one.signed_by, one.signed_at = fact.person, fact.signed_by, fact.at


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {f.SignatureOwed: owed, f.ItemSigned: signed}
