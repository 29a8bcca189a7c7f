"""The reliability plot as plain coordinates: what was shown to the right, what was said upwards, the diagonal where both agree."""

from dataclasses import dataclass

from alongside.evaluate.places.reliability import Band, Reliability

SIDE, EDGE = 320, 36
SMALLEST, LARGEST = 3.0, 10.0


@dataclass(frozen=True)
class Dot:
    """One tenth: its place, its interval as a line upwards, its size by how many it stands for."""

    x: float
    y: float
    top: float
    bottom: float
    radius: float


def draw(told: Reliability) -> list[Dot]:
    """Dots from the lowest tenth up; coordinates for a square of :data:`SIDE` with an edge of :data:`EDGE`."""
    most = max((one.count for one in told.bands), default=1)
    return [_dot(one, most) for one in told.bands]


def _dot(one: Band, most: int) -> Dot:
    low, high = one.interval or (one.share, one.share)
    size = SMALLEST + (LARGEST - SMALLEST) * (one.count / most) ** 0.5
    return Dot(_right(one.shown), _up(one.share), _up(high), _up(low), round(size, 1))


def _right(share: float) -> float:
    return round(EDGE + share * (SIDE - EDGE), 1)


def _up(share: float) -> float:
    return round((SIDE - EDGE) * (1 - share), 1)
