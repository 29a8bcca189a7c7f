"""What an area is, as read from its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alongside.core.local_time import LocalTime
from alongside.core.rules import Beat, Facility
from alongside.core.travel import Spot
from alongside.library.zone import local_time_of


@dataclass(frozen=True)
class Post:
    """A base that teams leave from; ``kinds`` are kinds of crew that may be based there (empty: any)."""

    id: str
    label: str
    spot: Spot
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Neighbourhood:
    """A name people say, with an approximate centre: good for reading and for a first guess, not for sending."""

    label: str
    spot: Spot
    radius_m: int


@dataclass(frozen=True)
class Area:
    """A place to run in. Paths are absolute; ``grid`` and ``calibration`` are None where the area has none.

    ``invented`` says what in this area is not real.
    ``streets`` are GeoJSON layers for the map by detail: ``major``, ``middle``, ``local``.
    """

    name: str
    title: str
    zone: str
    bounds: tuple[Spot, Spot]  # south-west, north-east
    beats: tuple[Beat, ...]
    posts: tuple[Post, ...]
    facilities: tuple[Facility, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    roads: Path
    speeds: Path
    streets: Mapping[str, Path]
    attribution: str
    invented: str
    limits: tuple[str, ...]
    grid: Path | None = None
    calibration: Path | None = None

    @property
    def local(self) -> LocalTime:
        """What a wall clock shows here."""
        return local_time_of(self.zone)

    @property
    def centre(self) -> Spot:
        """The middle of the bounds."""
        south_west, north_east = self.bounds
        return Spot((south_west.lat + north_east.lat) // 2, (south_west.lon + north_east.lon) // 2)

    def contains(self, spot: Spot) -> bool:
        """Whether the spot lies within the bounds."""
        south_west, north_east = self.bounds
        return south_west.lat <= spot.lat <= north_east.lat and south_west.lon <= spot.lon <= north_east.lon
