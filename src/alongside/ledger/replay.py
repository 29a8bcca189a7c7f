"""Fold the ledger's rows from the first to the last: into a board, and into the projections."""

from alongside.core.board import Board
from alongside.ledger.engine import Engine, transaction
from alongside.ledger.memory import Memory
from alongside.ledger.projections.project import Touched, is_current, rewrite
from alongside.ledger.store import stream_rows


def replay(engine: Engine, board: Board | None = None) -> Memory:
    """Fold every row of the ledger into ``board``, or into a fresh one. Writes nothing."""
    memory = Memory(board or Board())
    for _ in memory.take_in(stream_rows(engine)):
        pass
    return memory


def rebuild(engine: Engine) -> Memory:
    """Fold every row into a fresh board and write the projections anew, in one transaction."""
    memory, touched = Memory(), Touched()
    with transaction(engine):
        for recorded in memory.take_in(stream_rows(engine)):
            touched.add(memory.board, recorded.fact, recorded.row.seq)
        rewrite(engine, memory.board, touched)
    return memory


def bring_up(engine: Engine) -> Memory:
    """The memory to start with; projections of an older shape are written anew."""
    return replay(engine) if is_current(engine) else rebuild(engine)
