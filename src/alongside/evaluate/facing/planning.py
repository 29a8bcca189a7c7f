"""What planning takes from the classifier: how often it is right, and the levels a kind of call may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from alongside.core.codes import Level
from alongside.evaluate.measures.interval import Z
from alongside.library.reading import Reading, read_yaml


@dataclass(frozen=True)
class Share:
    """A share with its 95 % interval, drawn from as a beta distribution of the same mean and spread."""

    value: float
    low: float
    high: float

    def draw(self, dice: np.random.Generator, times: int) -> np.ndarray:
        """``times`` values."""
        spread = (self.high - self.low) / (2 * Z)
        weight = self.value * (1 - self.value) / spread**2 - 1
        return dice.beta(self.value * weight, (1 - self.value) * weight, times)


@dataclass(frozen=True)
class Planning:
    """``levels``: the least and most urgent by kind."""

    precision: Share
    recall: Share
    levels: Mapping[str, tuple[Level, Level]]


@cache
def load_planning() -> Planning:
    """From the library. Raises :class:`alongside.library.reading.Mistake`."""
    with as_file(files("alongside.library.classify") / "planning.yaml") as path:
        reading = read_yaml(path)
    levels = {str(kind): read_levels(reading, str(kind)) for kind in reading.get("levels")}
    return Planning(read_share(reading, "precision"), read_share(reading, "recall"), levels)


def read_share(reading: Reading, name: str) -> Share:
    value, low, high = (float(reading.get("accuracy", name, field)) for field in ("value", "low", "high"))
    if not 0 < low < value < high < 1:
        raise reading.mistake("must lie between its bounds, and all of them between 0 and 1", "accuracy", name)
    return Share(value, low, high)


def read_levels(reading: Reading, kind: str) -> tuple[Level, Level]:
    least, most = (reading.get("levels", kind, field) for field in ("least", "most"))
    if not (isinstance(least, int) and isinstance(most, int) and 0 <= least <= most <= 4):
        raise reading.mistake("must be two levels from 0 to 4, the less urgent first", "levels", kind)
    return Level(least), Level(most)
