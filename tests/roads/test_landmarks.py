"""What a map is read by: borders, places, names of streets, or of the grid's lines where streets have none."""

import json
from dataclasses import replace

import numpy as np
import pytest

from alongside.core.travel import Spot
from alongside.library import load_program
from alongside.roads.grid import read_grid
from alongside.roads.landmarks import landmarks, street_names
from alongside.roads.streets import Streets, read_streets

AREA = load_program("tailored").area


def features(kind: str) -> list[dict[str, dict[str, object]]]:
    return [one for one in json.loads(landmarks(AREA))["features"] if one["properties"]["kind"] == kind]


def test_01_every_beat_place_post_and_part_of_town_is_there_once() -> None:
    for kind, named in (("beat", AREA.beats), ("facility", AREA.facilities), ("post", AREA.posts), ("neighborhood", AREA.neighbourhoods)):
        assert sorted(str(one["properties"]["label"]) for one in features(kind)) == sorted(one.label for one in named)


def test_02_a_line_of_the_grid_lies_where_its_address_is_found() -> None:
    assert AREA.grid is not None
    found = read_grid(AREA.grid).locate("700 E 900 S")
    assert found is not None
    spot: Spot = found[0]
    lines = {str(one["properties"]["label"]): one["geometry"]["coordinates"] for one in features("line")}
    (south, _), (_, east) = axes(lines["900 S"]), axes(lines["700 E"])
    assert (south, east) == (pytest.approx(spot.lat / 1e6, abs=1e-5), pytest.approx(spot.lon / 1e6, abs=1e-5))


def axes(ends: object) -> tuple[float, float]:
    """Latitude and longitude of a line's first end."""
    assert isinstance(ends, list)
    (lon, lat), _ = ends
    return lat, lon


def test_03_named_lines_bear_their_names_and_no_number_is_beyond_what_is_sure() -> None:
    labels = {str(one["properties"]["label"]) for one in features("line")}
    assert {"Main Street", "South Temple", "Redwood Road"} <= labels
    assert "1800 W" not in labels
    assert "4000 S" not in labels


def named(streets: Streets, name: str) -> Streets:
    """The streets, all of them bearing one name."""
    return replace(streets, name=np.zeros_like(streets.name), names=(name,))


def test_04_streets_with_names_are_named_once_with_all_their_larger_stretches() -> None:
    streets, _ = read_streets(AREA.roads)
    assert list(street_names(streets)) == []
    (only,) = street_names(named(streets, "Calle Ocho"))
    assert only["properties"] == {"kind": "street", "label": "Calle Ocho", "rank": 1}
    assert only["geometry"]["type"] == "MultiLineString"
