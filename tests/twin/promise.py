"""Watches the promise: after every fact each open episode has exactly one responsible party, moved only by take-over."""

from dataclasses import dataclass, field

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.party import Party

MOVES = {"EpisodeOpened", "ResponsibilityTaken", "EpisodeEnded", "EpisodeReopened"}


@dataclass
class Promise:
    """Called after every applied fact."""

    holders: dict[str, Party | None] = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)

    def __call__(self, board: Board, fact: Fact) -> None:
        id = getattr(fact, "episode", "")
        episode = board.episodes.find(id) if id else None
        if episode is None:
            return
        if fact.kind not in MOVES and episode.responsible != self.holders.get(id):
            self.breaches.append(f"{fact.kind} moved {id}")
        if (episode.responsible is None) != (episode.ended is not None):
            self.breaches.append(f"after {fact.kind} nobody has {id}")
        held_by = [party for party, charges in board.charges.items() if id in charges]
        if held_by != ([episode.responsible] if episode.responsible else []):
            self.breaches.append(f"after {fact.kind} {id} is held by {held_by}")
        self.holders[id] = episode.responsible
