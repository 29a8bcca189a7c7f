"""From words to candidates; a place nobody finds is no error."""

from pathlib import Path

import pytest

from alongside.core.travel import Spot
from alongside.library.areas import Area
from alongside.library.reading import Mistake
from alongside.roads import RoadsRefused
from alongside.roads.grid import read_grid
from alongside.roads.places import PlaceFinder, open_places
from alongside.roads.snapping import metres_between


@pytest.fixture(scope="module")
def finder(area: Area) -> PlaceFinder:
    return open_places(area)


@pytest.mark.parametrize(
    ("asked", "lat", "lon", "label"),
    [
        ("900 W 400 S", 40_760_600, -111_916_800, "400 S, 900 W"),
        ("450 South 900 East", 40_759_500, -111_865_400, "450 S, 900 E"),
        ("451 s. State St.", 40_759_478, -111_888_200, "451 S, State Street"),
        ("1300 E 2100 S", 40_725_500, -111_853_800, "2100 S, 1300 E"),
        ("Main Street and South Temple", 40_769_400, -111_891_000, "South Temple, Main Street"),
    ],
)
def test_1_grid_addresses_are_understood(finder: PlaceFinder, asked: str, lat: int, lon: int, label: str) -> None:
    first = finder.find(asked)[0]
    assert (first.spot, first.label, first.how, first.uncertainty_m) == (Spot(lat, lon), label, "grid", 150)


def test_2_a_crossing_of_two_grid_streets_lies_on_a_road(finder: PlaceFinder) -> None:
    from alongside.roads.snapping import Snapper
    from alongside.roads.streets import read_streets

    streets, _ = read_streets(finder.area.roads)
    snapper = Snapper(streets.lat, streets.lon, round)
    crossings = [f"{east} E {south} S" for east in (100, 300, 500, 700, 900) for south in (300, 500, 900, 1300, 1700)]
    off = [snapper.snap(finder.find(asked)[0].spot).off_road_m for asked in crossings]
    assert max(off) < 60


def test_3_beyond_the_city_the_grid_is_said_to_be_less_sure(finder: PlaceFinder) -> None:
    assert finder.find("4100 S 5600 W")[0].uncertainty_m == 500


@pytest.mark.parametrize(
    "asked", ["", "   ", "nowhere at all", "900 West", "99999 E 100 S", "14000 S 100 E", "x" * 1_000_000, "\x00'; --", "🙂"]
)
def test_4_what_is_not_found_is_an_empty_list(finder: PlaceFinder, asked: str) -> None:
    assert finder.find(asked) == []


def test_5_a_pin_is_itself_and_says_how_exact_it_is(finder: PlaceFinder) -> None:
    (pin,) = finder.find(" 40.7608, -111.8910 ")
    assert pin.spot == Spot(40_760_800, -111_891_000)
    assert (pin.how, pin.uncertainty_m) == ("pin", 11)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("95, 200.1", "not on the earth"),
        ("-111.89, 40.76", "not on the earth"),
        ("48.85, 2.35", "9,044 km outside Salt Lake City, Utah: check the numbers and the sign, latitude first"),
        ("0.0, 0.0", "the place was not known"),
    ],
)
def test_6_an_absurd_pin_is_refused_in_a_sentence(finder: PlaceFinder, asked: str, sentence: str) -> None:
    with pytest.raises(RoadsRefused, match=sentence):
        finder.find(asked)


def test_7_names_of_places_are_found(finder: PlaceFinder) -> None:
    assert [candidate.how for candidate in finder.find("sugar house")] == ["neighbourhood", "post"]
    assert finder.find("Wasatch receiving")[0].how == "facility"


def test_8_streets_with_names_are_found_and_crossed(helsinki: Path, tmp_path: Path) -> None:
    from alongside.roads.new_area import build_area

    found = open_places(build_area(helsinki, "helsinki-centre", tmp_path))
    street = found.find("fabianinkatu 12")[0]
    assert (street.label, street.how) == ("Fabianinkatu", "street")
    crossing = found.find("Aleksanterinkatu & Fabianinkatu")[0]
    assert crossing.how == "crossing"
    assert metres_between(crossing.spot, Spot(60_168_860, 24_949_600)) < 150
    assert [candidate.how for candidate in found.find("Fabianinkatu / Nosuchkatu")] == ["street"]


def test_9_a_wrong_grid_is_refused_by_file_line_and_field(area: Area, tmp_path: Path) -> None:
    assert area.grid is not None
    (tmp_path / "grid.yaml").write_text(area.grid.read_text().replace("- [-900, -111916800]", "- [-900, -111919800]"))
    with pytest.raises(Mistake, match=r"grid.yaml, line \d+, east_west.7: must lie beyond the anchor before it"):
        read_grid(tmp_path / "grid.yaml")
