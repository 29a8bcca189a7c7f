"""What was measured in a history, as data: figures, how many calls each rests on, and why a figure is missing."""

from __future__ import annotations

import msgspec

Quantiles = tuple[int, int, int, int, int]  # 5, 25, 50, 75, 95 %; ms


class CannotFit(ValueError):
    """Why nothing can be fitted: ``code`` is empty, none or few; ``count`` calls were found, ``least`` are needed."""

    def __init__(self, code: str, count: int, least: int = 0) -> None:
        self.code, self.count, self.least = code, count, least
        super().__init__(SENTENCES[code].format(count=count, least=least))


SENTENCES = {
    "empty": "this history holds no call with a time; look at its import report: was everything set aside?",
    "none": "none of the {count} calls says behavioral health; look whether the mapping names the column of its type, or fit all calls",
    "few": "{count} calls are too few to fit anything to; at least {least} are needed: import a longer history",
}  # fmt: skip


class Part(msgspec.Struct, frozen=True):
    """One part of a world. ``lacks`` is "" where the history says it, else why it does not: few, times, places, elsewhere, short, said."""

    name: str
    calls: int  # that say it
    lacks: str = ""


class HourOfDay(msgspec.Struct, frozen=True):
    """Calls a day in one local hour: seen, fitted, and between what 95 % of such counts lie if the fit is right."""

    seen: float
    fitted: float
    low: float
    high: float

    @property
    def fits(self) -> bool:
        """Whether what was seen lies within."""
        return self.low <= self.seen <= self.high


class KindShare(msgspec.Struct, frozen=True):
    """Calls of one kind, begun by an officer or not, and the levels they may turn out to have."""

    kind: str
    officer: bool
    calls: int
    least: int
    most: int


class Score(msgspec.Struct, frozen=True):
    """On weeks held back: how much better than last week's counts (0.2 is a fifth), and the share of hours within the 90 % interval."""

    better: float
    inside: float
    weeks: int


class Measured(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole history. ``weekly``: 168 means, empty where it is too short to tell hours apart; ``per_day`` it always says."""

    history: str
    wanted: str  # all or behavioural
    first: str
    last: str
    days: float
    everything: int  # calls of any kind
    calls: int  # that are wanted
    backwards: int  # of those, whose times run backwards: counted, and not timed
    breaks: tuple[str, ...]  # days from which it counts differently; arrivals are fitted after the last
    per_day: float
    weekly: tuple[float, ...] = ()
    seasons: tuple[float, ...] = ()
    yearly: float | None = None
    where: tuple[tuple[float, ...], ...] = ()
    kinds: tuple[KindShare, ...]
    durations: dict[str, Quantiles]
    pace: tuple[float, ...] = ()  # by part of the day, drives beside the mean drive
    parts: tuple[Part, ...]
    hours: tuple[HourOfDay, ...] = ()
    spread: float | None = None  # how much hours vary beyond a count's own noise: 1 is not at all
    score: Score | None = None
