"""How sure a drive time is, and how an agency's own positions make it surer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from alongside.core.travel import Mode
from alongside.library.reading import Reading, read_yaml

# Known routing engines differ from one another, and from what was driven, by 5-18 % on the same trips.
UNMEASURED_LOW, UNMEASURED_HIGH = 850, 1180  # permille of the drive time shown
FEWEST = 30  # trips; fewer say too little about a mode
BOUNDS = {"permille": (300, 3000), "low": (100, 1000), "high": (1000, 5000)}


class Trip(NamedTuple):
    """One drive that really happened, beside what the roads said it would take."""

    mode: Mode
    road_ms: int
    driven_ms: int


@dataclass(frozen=True)
class Calibration:
    """Per mode, in permille: the factor on road times, and the 10th and 90th percentile of what was driven, against the time shown."""

    permille: tuple[int, int] = (1000, 1000)
    low: tuple[int, int] = (UNMEASURED_LOW, UNMEASURED_LOW)
    high: tuple[int, int] = (UNMEASURED_HIGH, UNMEASURED_HIGH)
    trips: tuple[int, int] = (0, 0)

    def apply(self, road_ms: int, mode: Mode) -> int:
        return road_ms * self.permille[mode] // 1000


UNCALIBRATED = Calibration()


class DriveRange(NamedTuple):
    """A drive time and how far off it may be. ``code`` is ``drive_time_modelled`` or ``drive_time_calibrated``; params explain it."""

    low_ms: int
    drive_ms: int
    high_ms: int
    code: str
    params: tuple[tuple[str, int], ...]


def drive_range(drive_ms: int, calibration: Calibration, mode: Mode, place_ms: int = 0) -> DriveRange:
    """Bounds of a drive time; ``place_ms`` is what an uncertain place may add or spare."""
    low, high, trips = calibration.low[mode], calibration.high[mode], calibration.trips[mode]
    code = "drive_time_calibrated" if trips else "drive_time_modelled"
    params = (("low_percent", (1000 - low) // 10), ("high_percent", (high - 1000) // 10), ("trips", trips))
    return DriveRange(max(0, drive_ms * low // 1000 - place_ms), drive_ms, drive_ms * high // 1000 + place_ms, code, params)


def calibrate(trips: Iterable[Trip]) -> Calibration:
    """The factor table of an agency's own trips: the median of driven over modelled, and its spread around that median.

    A mode with fewer than 30 trips keeps the unmeasured figures.
    """
    ratios: dict[Mode, list[float]] = {mode: [] for mode in Mode}
    for trip in trips:
        if trip.road_ms > 0 and trip.driven_ms > 0:
            ratios[trip.mode].append(1000 * trip.driven_ms / trip.road_ms)
    permille, low, high, counts = zip(*(measure(ratios[mode]) for mode in Mode), strict=True)
    return Calibration(permille, low, high, counts)


def measure(ratios: Sequence[float]) -> tuple[int, int, int, int]:
    """Factor, low, high (permille) and the number of trips behind them."""
    if len(ratios) < FEWEST:
        return 1000, UNMEASURED_LOW, UNMEASURED_HIGH, 0
    tenths = quantiles(ratios, n=10, method="inclusive")
    median = tenths[4]
    inside = (within("permille", median), within("low", 1000 * tenths[0] / median), within("high", 1000 * tenths[8] / median))
    return (*inside, len(ratios))


def within(field: str, value: float) -> int:
    low, high = BOUNDS[field]
    return round(min(max(value, low), high))


def read_calibration(path: Path) -> Calibration:
    """Read a factor table (YAML: normal and lights, each with permille, low, high, trips). Raises ``Mistake``."""
    reading = read_yaml(path)
    fields = {field: tuple(whole(reading, mode, field, BOUNDS[field]) for mode in ("normal", "lights")) for field in BOUNDS}
    trips = tuple(whole(reading, mode, "trips", (0, 1_000_000_000)) for mode in ("normal", "lights"))
    pairs = {field: (values[0], values[1]) for field, values in {**fields, "trips": trips}.items()}
    return Calibration(**pairs)


def whole(reading: Reading, mode: str, field: str, bounds: tuple[int, int]) -> int:
    value = reading.get(mode, field)
    if isinstance(value, bool) or not isinstance(value, int) or not bounds[0] <= value <= bounds[1]:
        raise reading.mistake(f"must be a whole number from {bounds[0]} to {bounds[1]}", mode, field)
    return value


def write_calibration(calibration: Calibration) -> str:
    """The factor table as YAML text that ``read_calibration`` reads."""
    lines = ["# Drive times of this agency's own trips against the modelled ones, in permille (1000 = as modelled)."]
    for mode in Mode:
        lines.append(f"{mode.name.lower()}:")
        lines += [f"  {field}: {getattr(calibration, field)[mode]}" for field in ("permille", "low", "high", "trips")]
    return "\n".join(lines) + "\n"
