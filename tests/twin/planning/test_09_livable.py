"""Any world can be lived in by the city; one that cannot is refused with a sentence."""

from typing import Any

import msgspec
import pytest

from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.planning import columns as c
from alongside.twin.planning.hour import draw_for
from alongside.twin.planning.livable import must_be_livable
from alongside.twin.planning.world import HOUR_MS, CallKind, Mistake, PlanningWorld
from alongside.twin.run import run
from alongside.twin.today.keeping import make_today
from alongside.twin.world.numbers import load_world
from tests.twin.conftest import MONDAY_NOON


@pytest.fixture(scope="module")
def today(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return make_today(profile, roads, load_world())


def test_01_a_world_that_says_only_how_urgent_calls_are_is_lived_in_with_levels_set_by_hand(
    profile: Profile, roads: RoadTravel, today: PlanningWorld
) -> None:
    kinds = (
        CallKind(name="welfare", weight=3, level=2, ends=(0.0, 1.0, 0.0)),
        CallKind(name="officer", weight=1, level=3, origin="officer", ends=(0.0, 0.0, 1.0)),
    )
    world = msgspec.structs.replace(today, name="by hand", kinds=kinds)
    must_be_livable(world, profile.rules, profile.area.bounds)
    told = run(City(profile, roads, 4, world=world, demand=3.0), MONDAY_NOON, MONDAY_NOON + 2 * HOUR_MS, 10_000)
    by_hand = {fact.incident: int(fact.level) for fact in told.facts if fact.kind == "LevelSet"}  # type: ignore[attr-defined]
    assert len(by_hand) > 5
    assert set(by_hand.values()) == {2, 3}
    assert not [fact for fact in told.facts if fact.kind == "ProtocolAnswered"]
    outcomes = {fact.disposition for fact in told.facts if fact.kind == "DispositionRecorded"}  # type: ignore[attr-defined]
    assert "declined_service" in outcomes
    assert "resolved_on_scene" not in outcomes


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"places": ((32_700_000, -117_100_000),)}, "is not in this area"),
        ({"origin": "walk_in_from_mars"}, "comes from walk_in_from_mars, which this program does not answer"),
        ({"answers": (("shoe_size", "44"),)}, "does not ask; fit the world for this program"),
        ({"door": "nowhere"}, "no service chairs at nowhere"),
    ],
)
def test_02_what_stands_in_the_way_is_told(profile: Profile, today: PlanningWorld, change: dict[str, Any], said: str) -> None:
    world, kind = today, today.kinds[0]
    if "places" in change:
        world = msgspec.structs.replace(world, places=(*change["places"], *world.places[1:]))
    elif "door" in change:
        door = msgspec.structs.replace(world.doors[0], facility=change["door"], service="chairs")
        world = msgspec.structs.replace(world, doors=(door,))
    else:
        world = msgspec.structs.replace(world, kinds=(msgspec.structs.replace(kind, **change),))
    with pytest.raises(Mistake, match=said):
        must_be_livable(world, profile.rules, profile.area.bounds)


def test_03_a_need_nobody_called_about_has_a_row_of_its_own_always_the_same(today: PlanningWorld) -> None:
    rows = [draw_for(today, number, 3, 1) for number in (11, 11, 99)]
    assert rows[0] == rows[1] != rows[2]
    urgent = [draw_for(today, number, 3, 1)[c.READY] for number in range(0, 80, 2)]
    calm = [draw_for(today, number, 1, 1)[c.READY] for number in range(0, 80, 2)]
    assert sorted(urgent)[20] < sorted(calm)[20] / 2  # somebody is sent sooner to what is urgent
