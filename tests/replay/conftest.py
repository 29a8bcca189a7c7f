"""A small invented history in the shape of San Diego's files: one day of calls, and a geocoded part with some wrong coordinates."""

import gzip
from pathlib import Path

import pytest

from alongside.server.replay.sources import SOURCES

ROOT = Path(__file__).parents[2]
CALLS = (
    "incident_num,date_time,day_of_week,address_number_primary,address_dir_primary,address_road_primary,address_sfx_primary,"
    "address_dir_intersecting,address_road_intersecting,address_sfx_intersecting,call_type,disposition,beat,priority"
)
GEOCODED = CALLS + ",Address,lat,lng"
MIDDLES = {"111": (32.75, -117.15), "222": (32.80, -117.20), "333": (32.56, -117.05)}


def call(number: int, time: str, type: str, disposition: str = "K", beat: str = "111", priority: str = "2") -> str:
    return f"E{number:04d},{time},7,100,,INVENTED,ST,,,,{type},{disposition},{beat},{priority}"


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """The folder to give as ``--history``."""
    return write_history(tmp_path)


def write_history(into: Path) -> Path:
    """The invented days as files below ``into``; the folder to give as ``--history``."""
    folder = into / "shared" / SOURCES["san-diego"].folder
    folder.mkdir(parents=True)
    day = [
        call(1, "2023-01-13 23:59:59", "5150"),
        call(2, "2023-01-14 00:00:00", "5150"),
        call(3, "2023-01-14 08:10:00", "5150V", "A", "222", "1"),
        call(4, "2023-01-14 09:00:00", "CW"),
        call(5, "2023-01-14 12:30:00", "459A", "U"),
        call(6, "2023-01-14 13:00:00", "5150", "K", "999"),
        call(7, "2023-01-14 13:00:00", "5150", "CAN", "333"),
        call(7, "2023-01-14 13:00:00", "5150", "CAN", "333"),
        call(8, "2023-01-15 00:00:00", "5150"),
    ]
    write(folder / SOURCES["san-diego"].calls, [CALLS, *day])
    write(folder / SOURCES["san-diego"].geocoded, [GEOCODED, *list_geocoded()])
    return into / "shared"


def list_geocoded() -> list[str]:
    """Nine calls about each beat's middle, and two in each that a geocoder put in another town."""
    lines = []
    for index, (beat, (lat, lon)) in enumerate(MIDDLES.items()):
        for n in range(11):
            wrong = n >= 9
            spot = (33.2, -116.9) if wrong else (lat + (n - 4) * 0.001, lon + (n - 4) * 0.001)
            lines.append(f'{call(1000 + index * 100 + n, "2023-01-02 10:00:00", "CW", "K", beat)},"100 INVENTED ST",{spot[0]},{spot[1]}')
    return lines


def write(path: Path, lines: list[str]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
