"""One call."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.codes import Origin
from alongside.core.travel import Spot


@dataclass(frozen=True, slots=True)
class Call:
    """One call before anybody has picked up. ``answers`` are what the caller will say, question by question; without any it is of this
    ``level``, as a history had it. ``drawn`` is what chance decides about it (``planning/columns``)."""

    id: str
    rings_at: int
    origin: Origin
    spot: Spot
    uncertainty_m: int
    place_known: bool
    callback_known: bool
    language: str
    minor: bool
    answers: tuple[tuple[str, str], ...]
    level: int
    drawn: tuple[int, ...]
    texts: Mapping[str, str]
    repeats: str = ""  # the call this one tells of again
