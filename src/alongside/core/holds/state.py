"""What the board remembers of a legal hold."""

from dataclasses import dataclass

from alongside.core.party import Reference


@dataclass(slots=True)
class Hold:
    """One hold of one person. ``is_near`` and ``is_over``: its latest time comes, or has come with nobody writing how it ended."""

    index: int = 0
    id: str = ""
    episode: str = ""
    incident: str = ""
    jurisdiction: str = ""
    kind: str = ""
    criteria: tuple[str, ...] = ()
    started_at: int = 0
    written_at: int = 0
    latest_at: int = 0
    author: str = ""
    role: str = ""
    agency: str = ""
    facility: str = ""
    advised: tuple[int, str, str, bool, str] | None = None  # at, language, modality, complete, reason
    served: tuple[tuple[str, int], ...] = ()  # notice, at
    is_near: bool = False
    is_over: bool = False
    ended_at: int | None = None
    ended_how: str = ""
    told: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()

    def is_open(self) -> bool:
        """Whether nobody has written yet how it ended; past its latest time it holds nobody, and still somebody must say so."""
        return self.ended_at is None
