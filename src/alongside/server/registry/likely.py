"""Where somebody may have gone, in the order to look: water first, then by how long it takes to walk there."""

import re
from collections.abc import Iterator, Mapping

from alongside.core.geography.distance import metres_between
from alongside.core.travel import Mode, Spot
from alongside.roads.refused import RoadsRefused
from alongside.server.records.describing import NEAR, words_of
from alongside.server.site.deployment import get_deployment
from alongside.server.site.finding_places import find_places
from alongside.server.site.rows import Row

WATER = frozenset(NEAR["water"].split())
WALK_M_S = 1.1  # metres a second of somebody older, or a child
DETOUR = 1.3  # streets are longer than the straight line


def list_likely(said: Mapping[str, str], spot: Spot | None) -> list[Row]:
    """{place, is_water, walk_min, drive_min}: minutes from where they were last seen, or found; None where the words are on no map."""
    places = [*_split(said.get("likely_places", "")), *_split(said.get("address", ""))]
    rows = [_row(place, spot) for place in dict.fromkeys(places)]
    return sorted(rows, key=lambda row: (not row["is_water"], row["walk_min"] is None, row["walk_min"] or 0))


def _split(text: str) -> Iterator[str]:
    yield from (part.strip() for part in re.split(r"[\n;·]", text) if part.strip())


def _row(place: str, spot: Spot | None) -> Row:
    there = _find(place) if spot else None
    walk = round(metres_between(spot, there) * DETOUR / WALK_M_S / 60) if spot and there else None
    drive = get_deployment().travel.drive_ms([spot], there, Mode.NORMAL)[0] if spot and there else None
    minutes = None if drive is None else round(drive / 60_000)
    return {"place": place, "is_water": bool(words_of(place) & WATER), "walk_min": walk, "drive_min": minutes}


def _find(place: str) -> Spot | None:
    """Where these words are, as far as the map knows."""
    try:
        found = find_places(place)
    except RoadsRefused:
        return None  # a pin on another continent is a slip of the pen, no place to look at
    return found[0].spot if found else None
