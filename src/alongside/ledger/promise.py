"""The one promise, looked at fact by fact: each open episode has exactly one responsible party, and only take-over moves it."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.fact import Fact


def list_broken(board: Board, fact: Fact) -> Iterator[str]:
    """Where the board, with this fact just applied, breaks the promise for the episode the fact speaks of."""
    id = getattr(fact, "episode", "")
    episode = board.episodes.find(id) if id else None
    if episode is None:
        return
    if (episode.responsible is None) != (episode.ended is not None):
        state = "open and nobody is responsible" if episode.responsible is None else "ended and somebody is still responsible"
        yield f"episode {id} is {state} after {fact.kind}."
    if episode.responsible is not None and id not in board.charges.get(episode.responsible, {}):
        yield f"episode {id} is missing among what its responsible party has in its charge after {fact.kind}."
