"""Guessing an area's time zone, where nobody said it."""

import zoneinfo
from pathlib import Path

from alongside.core.travel import Spot
from alongside.roads.refused import RoadsRefused
from alongside.roads.snapping import metres_between


def check_zone(zone: str) -> str:
    """The zone, if there is one of this name. Raises ``RoadsRefused``."""
    if zone not in zoneinfo.available_timezones():
        raise RoadsRefused(f"There is no time zone “{zone}”: name one of the IANA list, such as America/Denver.")
    return zone


def nearest_zone(spot: Spot) -> str:
    """The zone whose principal city is nearest. Raises ``RoadsRefused`` where this machine has no list of them."""
    lists = [Path(folder) / "zone.tab" for folder in zoneinfo.TZPATH]
    known = next((path for path in lists if path.is_file()), None)
    if known is None:
        raise RoadsRefused("This machine has no list of time zones: say the area's zone with --zone, such as America/Denver.")
    rows = [line.split("\t") for line in known.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return min((metres_between(spot, read_iso_6709(row[1])), row[2]) for row in rows)[1]


def read_iso_6709(text: str) -> Spot:
    """+DDMM+DDDMM or +DDMMSS+DDDMMSS."""
    split = max(text.rfind("+"), text.rfind("-"))
    return Spot(read_angle(text[:split], 3), read_angle(text[split:], 4))


def read_angle(text: str, width: int) -> int:
    degrees, rest = int(text[1:width]), text[width:].ljust(4, "0")
    micro = round((degrees + int(rest[:2]) / 60 + int(rest[2:4]) / 3600) * 1e6)
    return -micro if text.startswith("-") else micro
