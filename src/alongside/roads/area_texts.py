"""The words of a new area's files, for people to change."""

import json

from alongside.core.travel import Spot
from alongside.roads.build_area import ROADS
from alongside.roads.map_layer import LAYERS
from alongside.roads.zone import check_zone, nearest_zone

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


def area_files(name: str, title: str, zone: str, around: tuple[Spot, Spot], post: Spot) -> dict[str, str]:
    """The text of each file by name. Raises ``RoadsRefused`` for an unknown zone."""
    south_west, north_east = around
    centre = Spot((south_west.lat + north_east.lat) // 2, (south_west.lon + north_east.lon) // 2)
    return {
        "area.yaml": area_text(name, title or name, zone, around, centre),
        "beats.yaml": BEATS.format(corners=", ".join(map(pair, corners(south_west, north_east)))),
        "posts.yaml": POSTS.format(spot=pair(post)),
        "facilities.yaml": FACILITIES,
        "NOTICE": NOTICE.format(roads=ROADS),
    }


def corners(south_west: Spot, north_east: Spot) -> tuple[Spot, ...]:
    return south_west, Spot(south_west.lat, north_east.lon), north_east, Spot(north_east.lat, south_west.lon)


def pair(spot: Spot) -> str:
    return f"[{spot.lat}, {spot.lon}]"


def area_text(name: str, title: str, zone: str, around: tuple[Spot, Spot], centre: Spot) -> str:
    """area.yaml; text given by people is quoted."""
    given = check_zone(zone or nearest_zone(centre))
    layers = "{" + ", ".join(f"{layer}: streets-{layer}.geojson" for layer in LAYERS) + "}"
    note = "as told" if zone else "guessed from the nearest city of the time zone list: check it"
    quoted = json.dumps(title, ensure_ascii=False)
    south_west, north_east = map(pair, around)
    return AREA.format(
        name=name, title=quoted, zone=given, zone_note=note, south_west=south_west, north_east=north_east, roads=ROADS, streets=layers
    )  # fmt: skip
