"""Whether chances came true: in tenths, beside what was said, with Wilson's interval; and Brier's score (1950) beside the plain share's.

A question counts once it was answered, or ran out unanswered, which is no yes. One that was taken back before is neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.evaluate.measures.interval import Interval, wilson
from alongside.evaluate.places.asked import Asked

BANDS = 10
KNOWN = ("yes", "no", "none")


@dataclass(frozen=True)
class Band:
    """Questions whose chance lay in one tenth. ``shown`` is the mean of what was shown, in [0, 1]."""

    low: int  # percent
    count: int
    yes: int
    shown: float
    interval: Interval | None

    @property
    def share(self) -> float:
        """How many said yes, in [0, 1]."""
        return self.yes / self.count


@dataclass(frozen=True)
class Reliability:
    """``brier`` is the mean squared difference of chance and answer: 0 is certain and right; ``plain`` is that of the share."""

    count: int
    yes: int
    brier: float | None
    plain: float | None
    bands: tuple[Band, ...]


def reliability(rows: Sequence[Asked]) -> Reliability:
    """Over the questions that had a chance and came to an answer."""
    told = [(one.chance / 1000, one.answer == "yes") for one in rows if one.chance is not None and one.answer in KNOWN]
    yes = sum(said for _, said in told)
    if not told:
        return Reliability(0, 0, None, None, ())
    share = yes / len(told)
    brier = sum((chance - said) ** 2 for chance, said in told) / len(told)
    bands = (_band(told, number) for number in range(BANDS))
    return Reliability(len(told), yes, brier, share * (1 - share), tuple(one for one in bands if one))


def _band(told: list[tuple[float, bool]], number: int) -> Band | None:
    """Those of one tenth; None where there are none."""
    among = [(chance, said) for chance, said in told if min(int(chance * BANDS), BANDS - 1) == number]
    if not among:
        return None
    yes = sum(said for _, said in among)
    return Band(number * 100 // BANDS, len(among), yes, sum(chance for chance, _ in among) / len(among), wilson(yes, len(among)))
