"""From an area's files to drive times."""

from pathlib import Path

from alongside.library.areas import Area
from alongside.roads.calibration import UNCALIBRATED, read_calibration
from alongside.roads.speeds import read_speeds, weigh
from alongside.roads.streets import read_streets
from alongside.roads.travel import RoadTravel


def open_area(area: Area, cache_dir: Path | None) -> RoadTravel:
    """Drive times over an area. The order of contraction is kept under ``cache_dir`` (None: computed every time, about 1 s for a city).

    Raises ``RoadsRefused`` for a damaged road file and ``Mistake`` for a wrong speeds or calibration file.
    """
    streets, name = read_streets(area.roads)
    speeds = read_speeds(area.speeds)
    calibration = read_calibration(area.calibration) if area.calibration else UNCALIBRATED
    return RoadTravel(weigh(streets, speeds), speeds, f"{area.name}-{name}", calibration, cache_dir)
