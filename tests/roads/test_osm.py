"""Streets and areas from OpenStreetMap files."""

from collections.abc import Mapping
from pathlib import Path

import osmium
import pytest

from alongside.core.travel import Mode
from alongside.library.areas import load_area
from alongside.roads import RoadsRefused, open_area
from alongside.roads.cli import main
from alongside.roads.osm import read_limit, read_pbf
from alongside.roads.snapping import Spot
from alongside.roads.speeds import Speeds
from alongside.roads.zone import nearest_zone, read_iso_6709

PLACES = {1: (-100.0, 40.0), 2: (-100.0, 40.01), 3: (-99.99, 40.01)}


def small_pbf(path: Path, *ways: Mapping[str, str]) -> Path:
    """Three nodes and ways along all of them, with these tags; the last step of each leads out of the extract."""
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for id, place in PLACES.items():
            writer.add_node(osmium.osm.mutable.Node(id=id, location=place, version=1))
        for id, tags in enumerate(ways, start=1):
            writer.add_way(osmium.osm.mutable.Way(id=id, nodes=[1, 2, 3, 99], tags=dict(tags), version=1))
    return path


@pytest.mark.parametrize(
    ("tags", "steps"),
    [
        ({}, [(0, 1, 0), (1, 2, 0)]),
        ({"oneway": "yes"}, [(0, 1, 1), (1, 2, 1)]),
        ({"oneway": "-1"}, [(1, 0, 1), (2, 1, 1)]),
        ({"junction": "roundabout"}, [(0, 1, 1), (1, 2, 1)]),
        ({"junction": "roundabout", "oneway": "no"}, [(0, 1, 0), (1, 2, 0)]),
        ({"highway": "motorway"}, [(0, 1, 1), (1, 2, 1)]),
    ],
)
def test_1_one_way_streets_are_understood(tmp_path: Path, speeds: Speeds, tags: dict[str, str], steps: list[tuple[int, int, int]]) -> None:
    streets = read_pbf(small_pbf(tmp_path / "small.osm.pbf", {"highway": "residential", **tags}), speeds.by_class)
    spots = [Spot(40_000_000, -100_000_000), Spot(40_010_000, -100_000_000), Spot(40_010_000, -99_990_000)]
    found = {
        (spots.index(streets.spot(tail)), spots.index(streets.spot(head)), flow)
        for tail, head, flow in zip(streets.tail, streets.head, streets.flow.tolist(), strict=True)
    }
    assert sorted(found) == steps


def test_2_names_limits_and_lengths_are_kept(tmp_path: Path, speeds: Speeds) -> None:
    tags = {"highway": "primary", "name": " State Street ", "maxspeed": "30 mph"}
    streets = read_pbf(small_pbf(tmp_path / "small.osm.pbf", tags), speeds.by_class)
    assert streets.names == ("State Street",)
    assert streets.limit_kmh.tolist() == [48, 48]
    assert streets.length_cm[0] == pytest.approx(111_195, abs=2)


@pytest.mark.parametrize(
    "tags", [{"highway": "footway"}, {"highway": "residential", "access": "private"}, {"highway": "service", "area": "yes"}]
)
def test_3_what_cars_may_not_use_is_no_street(tmp_path: Path, speeds: Speeds, tags: dict[str, str]) -> None:
    with pytest.raises(RoadsRefused, match=r"small.osm.pbf has no street a car may drive on"):
        read_pbf(small_pbf(tmp_path / "small.osm.pbf", tags), speeds.by_class)


@pytest.mark.parametrize(("said", "kmh"), [("50", 50), ("30 mph", 48), ("none", 0), ("", 0), ("RU:urban", 0), ("999", 0), ("5²", 0)])
def test_4_posted_limits(said: str, kmh: int) -> None:
    assert read_limit(said) == kmh


def test_5_an_area_is_built_and_serves(helsinki: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--pbf", str(helsinki), "--name", "helsinki-centre", "--title", "Helsinki: centre", "--into", str(tmp_path)]) == 0
    assert "Time zone Europe/Helsinki" in capsys.readouterr().out
    area = load_area(tmp_path)
    assert (area.title, area.facilities, len(area.posts)) == ("Helsinki: centre", (), 1)
    travel = open_area(area, None)
    far = Spot(area.bounds[1].lat, area.bounds[1].lon)
    (ms,) = travel.drive_ms([area.posts[0].spot], far, Mode.NORMAL)
    assert ms is not None
    assert 60_000 < ms < 1_200_000


def test_6_files_made_by_hand_survive_a_second_build(helsinki: Path, tmp_path: Path) -> None:
    build = ["build", "--pbf", str(helsinki), "--name", "helsinki-centre", "--into", str(tmp_path)]
    main(build)
    (tmp_path / "posts.yaml").write_text("posts: []\n")
    main(build)
    assert load_area(tmp_path).posts == ()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"\0\0" * 900, "x", "cannot be read as an OpenStreetMap file"),
        (b"", "x", "cannot be read as an OpenStreetMap file"),
        (b"", "Not a name", "cannot name an area"),
    ],
)
def test_7_a_wrong_file_or_name_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, name: str, sentence: str
) -> None:
    (tmp_path / "wrong.osm.pbf").write_bytes(content)
    assert main(["build", "--pbf", str(tmp_path / "wrong.osm.pbf"), "--name", name, "--into", str(tmp_path / "area")]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert not (tmp_path / "area").exists()


def test_8_a_zone_nobody_knows_is_refused(helsinki: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--pbf", str(helsinki), "--name", "x", "--zone", "Mars/Olympus", "--into", str(tmp_path)]) == 1
    assert "no time zone “Mars/Olympus”" in capsys.readouterr().err


def test_9_the_zone_is_guessed_from_the_nearest_city() -> None:
    assert nearest_zone(Spot(40_700_000, -111_900_000)) in ("America/Denver", "America/Boise")
    assert read_iso_6709("+404249-1115336") == Spot(40_713_611, -111_893_333)
    assert read_iso_6709("-3124+11552") == Spot(-31_400_000, 115_866_667)
