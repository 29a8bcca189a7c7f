"""The world a demo is started in: its own, a fitted one by name, a file; what cannot be lived in is told before anything is served."""

from pathlib import Path

import msgspec
import pytest

from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.site.options import Options, read_options
from alongside.server.site.own_world import open_own
from alongside.server.site.safe_start import find_danger
from alongside.twin.planning.world import Mistake, save_world
from alongside.twin.today.keeping import make_today
from alongside.twin.world.numbers import load_world

SUMMER, WINTER = 1_751_871_600_000, 1_763_362_800_000


def test_01_a_fitted_world_by_its_name_or_a_file_is_lived_in_by_the_wall_clock_of_its_time(
    profile: Profile, roads: RoadTravel, tmp_path: Path
) -> None:
    world = msgspec.structs.replace(make_today(profile, roads, load_world()), name="elsewhere", yearly=0.2, weekly=(2.0,) * 168)
    for path in (tmp_path / "plan/worlds/fitted/elsewhere.json", tmp_path / "given.json"):
        path.parent.mkdir(parents=True, exist_ok=True)
        save_world(world, path)
    for said in ("elsewhere", str(tmp_path / "given.json")):
        found = [open_own(Options(tmp_path, world=said), profile, roads, at) for at in (SUMMER, WINTER)]
        assert [one.east_ms for one in found] == [-6 * 3_600_000, -7 * 3_600_000]
        assert (found[0].weekly, found[0].yearly) == (world.weekly, 0.0)
    assert open_own(Options(tmp_path), profile, roads, WINTER).name == "today"


def test_02_a_world_that_is_none_is_told_in_a_sentence(profile: Profile, roads: RoadTravel, tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="nowhere: there is no such world; give a file, or the name of one fitted by alongside twin fit"):
        open_own(Options(tmp_path, world="nowhere"), profile, roads, WINTER)
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(Mistake, match=r"broken.json: this is not a planning world"):
        open_own(Options(tmp_path, world=str(tmp_path / "broken.json")), profile, roads, WINTER)
    away = msgspec.structs.replace(make_today(profile, roads, load_world()), name="away", places=((0, 0),), where=((1.0,),) * 4)
    save_world(msgspec.structs.replace(away, drives=(((0,),),), doors=()), tmp_path / "away.json")
    with pytest.raises(Mistake, match=r"away: the place 0.0000, 0.0000 is not in this area"):
        open_own(Options(tmp_path, world=str(tmp_path / "away.json")), profile, roads, WINTER)


def test_03_real_calls_have_no_world_and_calls_are_at_most_three_times_it(tmp_path: Path) -> None:
    assert "leave out --world" in find_danger(Options(tmp_path, live=True, world="elsewhere"))
    assert "choose between 0 and 3" in find_danger(Options(tmp_path, calls=3.5))
    told = Options(tmp_path, world="two words", calls=1.5)
    assert read_options(told.to_environment()) == told
