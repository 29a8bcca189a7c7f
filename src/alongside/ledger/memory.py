"""What the writer keeps in memory: the board, the head of the chain, the last version of every stream. All of it rebuilt from rows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, get_ident
from typing import NamedTuple

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.row import Head, Row


class Recorded(NamedTuple):
    """A committed fact with the row it is kept in."""

    row: Row
    fact: Fact


@dataclass(slots=True)
class Memory:
    """The fold of every row up to ``head``."""

    board: Board = field(default_factory=Board)
    versions: dict[str, int] = field(default_factory=dict)
    head: Head = field(default_factory=Head)

    def take_in(self, rows: Iterable[Row]) -> Iterator[Recorded]:
        """Apply rows in order, giving each back with its fact. Rows about the ledger itself change no board and are not given back."""
        for row in rows:
            self.versions[row.stream] = row.version
            self.head = Head(row.seq, bytes(row.hash), row.recorded_at)
            if not is_about_the_ledger(row):
                fact = row.fact
                apply(self.board, fact)
                yield Recorded(row, fact)


class Gate:
    """One at the board at a time, and whoever waits gets the next turn: a busy writer cannot starve the readers.

    Whoever holds it may take it again: a page that reads words while it holds the board does not wait for itself.
    """

    def __init__(self) -> None:
        self._turn, self._board = Lock(), Lock()
        self._holder = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the turn, then hold the board."""
        if self._holder == get_ident():
            yield
            return
        with self._turn:
            self._board.acquire()
        self._holder = get_ident()
        try:
            yield
        finally:
            self._holder = 0
            self._board.release()
