"""An area is data: what is wrong in it is named by file, line and field."""

import shutil
from pathlib import Path

import pytest

from alongside.core.codes import SERVICE_KINDS
from alongside.core.travel import Spot
from alongside.library.areas import Area, list_areas, load_area
from alongside.library.areas.load import HERE
from alongside.library.reading import Mistake

SALT_LAKE = HERE / "salt_lake_city"


@pytest.fixture
def area() -> Area:
    return load_area("salt-lake-city")


def within(ring: tuple[Spot, ...], spot: Spot) -> bool:
    """Rectangles only: south and west edge in, north and east edge out."""
    lat, lon = [corner.lat for corner in ring], [corner.lon for corner in ring]
    return min(lat) <= spot.lat < max(lat) and min(lon) <= spot.lon < max(lon)


def test_1_every_bundled_area_loads() -> None:
    assert list_areas() == ["salt-lake-city"]
    assert all(load_area(name).name == name for name in list_areas())


def test_2_what_is_invented_says_so_wherever_it_is_shown(area: Area) -> None:
    labels = [place.label for place in (*area.posts, *area.facilities, *area.beats)]
    assert len(labels) > 30
    assert all("(invented" in label for label in labels)
    assert "invented" in area.invented
    assert any("one-way" in limit for limit in area.limits)
    assert "OpenStreetMap" in area.attribution
    assert "Open Database License" in (SALT_LAKE / "NOTICE").read_text()


def test_3_each_place_lies_in_exactly_one_beat(area: Area) -> None:
    places = [place.spot for place in (*area.posts, *area.facilities, *area.neighbourhoods)]
    assert [sum(within(beat.ring, spot) for beat in area.beats) for spot in places] == [1] * len(places)
    size = sum((ring[2].lat - ring[0].lat) * (ring[2].lon - ring[0].lon) for ring in (beat.ring for beat in area.beats))
    south_west, north_east = area.bounds
    assert size == (north_east.lat - south_west.lat) * (north_east.lon - south_west.lon)


def test_4_there_is_somewhere_to_go_for_every_need(area: Area) -> None:
    kinds = {place.kind for place in area.facilities}
    assert {"receiving", "crisis-residence", "sobering", "emergency", "inpatient", "respite", "shelter"} <= kinds
    assert all(not place.may_decline for place in area.facilities if place.kind == "emergency")
    assert any(service.youngest < 18 for place in area.facilities for service in place.services)
    respite = next(place for place in area.facilities if place.id == "poplar-respite")
    assert respite.hours[0].until_minute == 22 * 60
    assert {service.kind for place in area.facilities for service in place.services} == SERVICE_KINDS


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("area.yaml", "America/Denver", "America/Nowhere", "area.yaml, line 3, zone: must be a time zone"),
        ("area.yaml", "roads.bin", "../roads.bin", "area.yaml, line 5, roads: must name a file of this folder"),
        ("area.yaml", "[40588000,", "[49588000,", "area.yaml, line 4, bounds: south_west must lie south and west"),
        ("posts.yaml", "post-rose-park,", "post-downtown,", "posts.yaml, line 4, posts.1.id: the id post-downtown is used twice"),
        ("posts.yaml", "[4079", "[94079", "posts.yaml, line 4, posts.1.spot.0: must be a whole number from -90000000"),
        ("beats.yaml", "[40771600, -112036000], ", "[x, y], ", r"beats.yaml, line \d+, beats.0.ring.0.0: must be a whole number"),
        ("facilities.yaml", "legal: [voluntary, hold]", "legal: [sworn]", "facilities.0.services.0.legal: may name"),
        ("facilities.yaml", "hours: daily 00:00-24:00", "hours: sometimes", "facilities.0.hours: must be written like"),
        ("facilities.yaml", "capacity: 24", "capacity: many", "facilities.0.services.0.capacity: must be a whole number"),
    ],
)
def test_5_a_mistake_is_refused_by_file_line_and_field(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    folder = tmp_path / "area"
    shutil.copytree(SALT_LAKE, folder)
    shutil.copy(SALT_LAKE / "roads.bin", tmp_path)  # a file outside the folder is there, and still not to be named
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    with pytest.raises(Mistake, match=sentence):
        load_area(folder)


def test_6_an_unknown_area_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="there is no area “atlantis”: name one of salt-lake-city"):
        load_area("atlantis")
