"""One measure's result, and its definition from the library."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.evaluate.measures.interval import Interval


@dataclass(frozen=True)
class Definition:
    """What a measure counts, in words, by language; ``kind`` is count, share or time; ``column`` and ``of`` say over which rows."""

    id: str
    kind: str
    of: str  # which contacts are the denominator
    column: str  # what makes the numerator, or which time is taken
    labels: Mapping[str, str]
    numerator: Mapping[str, str]
    denominator: Mapping[str, str]
    missing: Mapping[str, str]
    better: str = ""  # lower, higher or "" where neither is better by itself
    estimate: bool = False
    source: str = ""


@dataclass(frozen=True)
class Measure:
    """A value with everything needed to doubt it: a count, a share in [0, 1] or milliseconds; None where nothing counts yet."""

    definition: Definition
    value: float | None
    numerator: int
    denominator: int
    missing: int
    interval: Interval | None
    p90: float | None = None
    suppressed: bool = False
    parts: tuple[tuple[str, int | None], ...] = ()  # None: withheld
