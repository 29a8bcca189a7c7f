"""Drive times between the places of a planning world, over the deployment's own roads."""

from dataclasses import dataclass
from statistics import median

from alongside.core.travel import Mode, Spot
from alongside.roads.travel import RoadTravel
from alongside.twin.today.places import Places

NO_WAY_MS = 3_600_000  # where no road leads, somebody is an hour away: sent last, and seen in every figure
Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class DriveTimes:
    """``normal``: from place, to place, ms. ``lights_permille``: what a drive with lights takes of it."""

    normal: Matrix
    lights_permille: int


def measure_drives(travel: RoadTravel, places: Places) -> DriveTimes:
    """To a place that calls come from, the drive is the mean over road nodes within it: also for whoever stands in its middle."""
    targets = [one.within for one in places.sources] + [(spot,) for spot in places.others]
    columns = [mean_drives(travel, places.spots, target, Mode.NORMAL) for target in targets]
    lit = [mean_drives(travel, places.spots, target, Mode.LIGHTS) for target in targets]
    ratios = [fast * 1000 // slow for row, other in zip(columns, lit, strict=True) for slow, fast in zip(row, other, strict=True) if slow]
    permille = min(1000, round(median(ratios))) if ratios else 1000
    return DriveTimes(tuple(zip(*columns, strict=True)), permille)


def mean_drives(travel: RoadTravel, origins: tuple[Spot, ...], targets: tuple[Spot, ...], mode: Mode) -> list[int]:
    """From each origin, the mean drive to these spots."""
    found = zip(*(travel.drive_ms(origins, to, mode) for to in targets), strict=True)
    return [mean_of([ms for ms in row if ms is not None]) for row in found]


def mean_of(known: list[int]) -> int:
    return round(sum(known) / len(known)) if known else NO_WAY_MS
