"""A new area from an OpenStreetMap PBF: its derived files, and data files for people to fill in."""

import json
import zoneinfo
from pathlib import Path

import numpy as np

from alongside.core.travel import Spot
from alongside.library.areas import Area, load_area
from alongside.library.areas.fields import ID
from alongside.library.areas.load import HERE
from alongside.roads.build_area import ROADS, write_derived
from alongside.roads.map_layer import LAYERS
from alongside.roads.osm import read_pbf
from alongside.roads.refused import RoadsRefused
from alongside.roads.snapping import Snapper, metres_between
from alongside.roads.speeds import read_speeds, weigh
from alongside.roads.streets import Streets

MARGIN = 1_000  # microdegrees, about 100 m
NOTICE = """{roads} and the streets-*.geojson files are derived from OpenStreetMap data, © OpenStreetMap contributors, and are made
available under the Open Database License 1.0, https://opendatacommons.org/licenses/odbl/1-0/
"""
AREA = """name: {name}
title: {title}
zone: {zone}  # {zone_note}
bounds: {{south_west: {south_west}, north_east: {north_east}}}
roads: {roads}
streets: {streets}
attribution: © OpenStreetMap contributors, ODbL 1.0
invented: Streets are real. The post and the beat are invented, to be replaced by your own; there are no facilities yet.
limits:
  - Speeds are averages by road class and posted limit; turn bans and signals are not known, and drive times carry a stated uncertainty.
"""
BEATS = """# One beat over everything, so that the area can be used at once: replace it by your own. [latitude, longitude] in microdegrees.
beats:
  - {{id: beat-all, label: Whole area, ring: [{corners}]}}
"""
POSTS = """# One base in the middle, so that the area can be used at once: replace it by your own.
posts:
  - {{id: post-centre, label: Centre post (invented), spot: {spot}}}
"""
FACILITIES = """# Places that may say yes; see salt_lake_city/facilities.yaml for every field.
facilities: []
"""


def build_area(pbf: Path, name: str, into: Path, title: str = "", zone: str = "") -> Area:
    """Write the folder ``into`` for the streets of a PBF and load it as an area. Existing hand-made files are kept.

    Raises ``RoadsRefused`` for a file that cannot be used, a wrong name or an unknown zone.
    """
    if not ID.fullmatch(name):
        raise RoadsRefused(f"“{name}” cannot name an area: use small letters and digits joined by hyphens, such as port-angeles.")
    speeds = read_speeds(HERE / "speeds.yaml")
    streets = read_pbf(pbf, speeds.by_class)
    graph = weigh(streets, speeds)
    south_west, north_east = bounds(streets)
    centre = Spot((south_west.lat + north_east.lat) // 2, (south_west.lon + north_east.lon) // 2)
    node = Snapper(graph.lat, graph.lon, speeds.off_road_ms).snap(centre).node
    write_derived(streets, into)
    written = {
        "area.yaml": area_text(name, title or name, zone, (south_west, north_east), centre),
        "beats.yaml": BEATS.format(corners=", ".join(map(pair, corners(south_west, north_east)))),
        "posts.yaml": POSTS.format(spot=pair(Spot(int(graph.lat[node]), int(graph.lon[node])))),
        "facilities.yaml": FACILITIES,
        "NOTICE": NOTICE.format(roads=ROADS),
    }
    for file, text in written.items():
        if not (into / file).exists():
            (into / file).write_text(text, encoding="utf-8")
    return load_area(into)


def bounds(streets: Streets) -> tuple[Spot, Spot]:
    """South-west and north-east corners around every street."""
    low, high = (Spot(int(find(streets.lat)), int(find(streets.lon))) for find in (np.min, np.max))
    return Spot(low.lat - MARGIN, low.lon - MARGIN), Spot(high.lat + MARGIN, high.lon + MARGIN)


def corners(south_west: Spot, north_east: Spot) -> tuple[Spot, ...]:
    return south_west, Spot(south_west.lat, north_east.lon), north_east, Spot(north_east.lat, south_west.lon)


def pair(spot: Spot) -> str:
    return f"[{spot.lat}, {spot.lon}]"


def area_text(name: str, title: str, zone: str, around: tuple[Spot, Spot], centre: Spot) -> str:
    """area.yaml; text given by people is quoted."""
    given = zone or nearest_zone(centre)
    if given not in zoneinfo.available_timezones():
        raise RoadsRefused(f"There is no time zone “{given}”: name one of the IANA list, such as America/Denver.")
    layers = "{" + ", ".join(f"{layer}: streets-{layer}.geojson" for layer in LAYERS) + "}"
    note = "as told" if zone else "guessed from the nearest city of the time zone list: check it"
    quoted = json.dumps(title, ensure_ascii=False)
    south_west, north_east = map(pair, around)
    return AREA.format(
        name=name, title=quoted, zone=given, zone_note=note, south_west=south_west, north_east=north_east, roads=ROADS, streets=layers
    )  # fmt: skip


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
