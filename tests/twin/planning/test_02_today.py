"""The world and the roster of a deployment as it is: one source of figures for the living city and for planning."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from alongside.core.travel import Spot
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.draw import Dice
from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.reference import trace_reference
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import sample
from alongside.twin.planning.checking import check_roster, complaints_of_roster
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import Mistake, PlanningWorld, check_world, complaints_of_world, read_world, save_world
from alongside.twin.today.keeping import open_today
from alongside.twin.today.places import MOST, list_places
from alongside.twin.today.roster import units_of
from alongside.twin.today.world import world_of
from alongside.twin.world.numbers import load_world
from alongside.twin.world.opening import make_whereabouts

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
CALLS = "alongside.twin.today.kinds.CALLS"  # fewer, where a story is not about what is called about
START = 1_763_362_800_000  # 2025-11-17 00:00 in Salt Lake City, a Monday
HOUR_MS, DAY_MS = 3_600_000, 86_400_000


@pytest.fixture(scope="module")
def today(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return world_of(profile, roads, load_world(), START)


def test_01_planning_expects_the_calls_of_the_figures_in_every_hour(today: PlanningWorld) -> None:
    ours = load_world()
    assert sum(today.weekly) == pytest.approx(7 * ours.calls_per_day)
    assert today.weekly[26] == pytest.approx(ours.calls_per_day * ours.hours[2] * ours.weekdays[1] * 7)


def test_02_a_figure_changed_in_the_living_city_is_changed_in_planning(
    profile: Profile, roads: RoadTravel, today: PlanningWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CALLS, 20)
    ours = load_world()
    quiet = dict.fromkeys(ours.neighbourhoods, 0.0) | {"Downtown": 1.0, "Murray": 3.0}
    slow = dict(ours.minutes) | {"by_phone": tuple((share, 2 * value) for share, value in ours.minutes["by_phone"])}
    other = replace(ours, calls_per_day=90, neighbourhoods=quiet, minutes=slow, chances=dict(ours.chances) | {"phone_resolves": 0.2})
    changed = world_of(profile, roads, other, START)
    assert sum(changed.weekly) == pytest.approx(1.5 * sum(today.weekly))
    assert changed.durations["by_phone"][2] == 2 * today.durations["by_phone"][2]
    assert (today.phone_resolves, changed.phone_resolves) == (ours.chances["phone_resolves"], 0.2)
    shares = dict(zip(changed.places, changed.where[0], strict=True))
    named = {one.label: (one.spot.lat, one.spot.lon) for one in profile.area.neighbourhoods}
    assert shares[named["Murray"]] == 3 * shares[named["Downtown"]]


def test_03_the_calls_of_the_city_are_those_of_planning_row_by_row_whenever_a_run_begins(
    profile: Profile, roads: RoadTravel, today: PlanningWorld
) -> None:
    again = msgspec.structs.replace(today, calls_again=0.3)
    city = City(profile, roads, 5, world=again)
    start, end = START + 5 * DAY_MS + 1_234_567, START + 7 * DAY_MS
    planned = sample(again, start, end, 5, 1.0)
    called = [call for hour in range(start // HOUR_MS, end // HOUR_MS) for call in city.callers.list_calls(hour)]
    lived = [call for call in called if call.rings_at >= start and not call.repeats]
    assert len(lived) > 60
    assert [call.rings_at - start for call in lived] == planned.rings.tolist()
    assert [list(call.drawn) for call in lived] == planned.drawn.tolist()
    assert len({call.id for call in called}) == len(called)
    for call in lived:
        kind = again.kinds[call.drawn[c.KIND]]
        assert (call.answers, call.origin, call.language) == (kind.answers, kind.origin, kind.language)


def test_13_more_demand_adds_calls_and_changes_none(profile: Profile, roads: RoadTravel, today: PlanningWorld) -> None:
    few, many = (City(profile, roads, 5, world=today, demand=demand) for demand in (1.0, 3.0))
    hours = range(START // HOUR_MS, START // HOUR_MS + 24)
    usual, busy = ({call for hour in hours for call in told(city, hour)} for city in (few, many))
    assert usual < busy
    assert 2 * len(usual) < len(busy) < 4 * len(usual)


def told(city: City, hour: int) -> list[tuple[str, int, tuple[int, ...], str]]:
    return [(call.id, call.rings_at, call.drawn, call.texts["place"]) for call in city.callers.list_calls(hour)]


def test_14_a_call_is_made_at_its_place_by_the_wall_clock_and_told_as_it_was_answered(
    profile: Profile, roads: RoadTravel, today: PlanningWorld
) -> None:
    city = City(profile, roads, 5, world=today, demand=3.0)
    named = {(one.spot.lat, one.spot.lon): one for one in profile.area.neighbourhoods}
    calls = [call for hour in range(START // HOUR_MS, START // HOUR_MS + 24) for call in city.callers.list_calls(hour) if not call.repeats]
    off = 0
    for call in calls:
        around = named[today.places[call.drawn[c.PLACE]]]
        off += np.hypot(call.spot.lat - around.spot.lat, (call.spot.lon - around.spot.lon) * 0.758) * 0.111 > around.radius_m + 400
    assert off < len(calls) / 3  # of places that lie side by side one stands for both
    concerns = {one.id: set(one.answers["concern"]) for one in load_world().stories}
    said = {text: one.id for one in load_world().stories for texts in one.texts.values() for text in texts}
    for call in calls:
        assert dict(call.answers).get("concern", "") in {*concerns[said[call.texts["summary"]]], ""}
    summer, winter = 1_751_871_600_000, START  # Monday 1:00 and 0:00 by a clock that had not been changed; 1:00 by the wall's
    one = msgspec.structs.replace(today, weekly=tuple(float(20 * (hour == 25)) for hour in range(168)))
    quiet = City(profile, roads, 5, world=one)
    for monday, east in ((summer, 6), (winter, 7)):
        utc = monday // HOUR_MS - (monday // HOUR_MS - 24 * 4) % 168 + 25 + east
        assert [bool(quiet.callers.list_calls(hour)) for hour in (utc - 1, utc, utc + 1)][:2] == [False, True]


def test_04_it_is_a_world_that_can_be_lived_in_and_both_engines_live_the_same_morning_in_it(profile: Profile, today: PlanningWorld) -> None:
    check_world(today)
    assert len(today.places) <= MOST
    units = units_of(profile, today)
    check_roster(units, today, profile.rules)
    one = Scenario(profile.rules, today, units, START + 16 * HOUR_MS, START + 18 * HOUR_MS, seed=3)
    assert first_difference(trace_reference(one), run_fast(one, rows=True).rows) == ""


def test_05_drives_are_the_roads_own_and_somebody_next_door_also_drives(roads: RoadTravel, today: PlanningWorld) -> None:
    drives, spots = today.drives[0], [Spot(*place) for place in today.places]
    sources = [place for place, weight in enumerate(today.where[0]) if weight]
    posts = [place for place, weight in enumerate(today.where[0]) if not weight]
    assert all(drives[place][place] > 0 for place in sources)
    exact = roads.drive_ms([spots[sources[0]]], spots[posts[0]], 0)[0]  # type: ignore[arg-type]
    assert drives[sources[0]][posts[0]] == exact
    assert 600 < today.lights_permille < 1000


def test_06_units_stand_at_their_posts_and_are_on_duty_when_the_roster_says(profile: Profile, today: PlanningWorld) -> None:
    posts = {post.id: post.spot for post in profile.area.posts}
    for rostered, unit in zip(profile.units, units_of(profile, today), strict=True):
        assert unit.name == rostered.id
        assert {one[0] for one in unit.members} == set(rostered.members)
        on_duty = {minute for weekday in range(7) for minute in range(24) if rostered.is_on_duty(weekday, minute * 60)}
        assert covered(unit.shifts) == on_duty
        if rostered.post:
            place = Spot(*today.places[unit.post])
            assert roads_apart_m(place, posts[rostered.post]) < 1500


def covered(shifts: Iterable[Shift]) -> set[int]:
    """Whole hours of a day in which somebody is on duty, on any day."""
    told = list(shifts)
    if not told:
        return set(range(24))
    return {int(one.from_hour + hour) % 24 for one in told for hour in range(int(one.hours))}


def roads_apart_m(one: Spot, two: Spot) -> float:
    return float(np.hypot(one.lat - two.lat, (one.lon - two.lon) * 0.758)) * 0.111


def test_07_an_area_that_names_no_neighborhoods_is_called_from_all_over(profile: Profile, roads: RoadTravel) -> None:
    plain = replace(profile, area=replace(profile.area, neighbourhoods=()))
    where = make_whereabouts(plain, roads, Dice(1), load_world())
    found = list_places(where, [post.spot for post in profile.area.posts])
    assert len({one.spot for one in found.sources}) == len(found.sources) > 15
    assert len(found.spots) <= MOST


def test_08_it_is_kept_and_made_anew_when_a_figure_changed_or_the_file_is_damaged(
    profile: Profile, roads: RoadTravel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CALLS, 20)
    ours = load_world()
    first = open_today(tmp_path, profile, roads, ours, START)
    (kept,) = tmp_path.iterdir()
    save_world(msgspec.structs.replace(first, name="kept"), kept)
    assert open_today(tmp_path, profile, roads, ours, START).name == "kept"
    assert open_today(tmp_path, profile, roads, replace(ours, calls_per_day=61), START).name == "today"
    kept.write_bytes(b'{"name":')
    assert open_today(tmp_path, profile, roads, ours, START) == first == read_world(kept)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"places": ()}, "no_place"),
        ({"places": ((91_000_000, 0),)}, "place_off_earth"),
        ({"weekly": (1.0,) * 167}, "weekly"),
        ({"weekly": (float("nan"),) * 168}, "weekly"),
        ({"weekly": (0.0,) * 168}, "nobody_calls"),
        ({"seasons": (1.0,) * 11}, "seasons"),
        ({"yearly": -1.0}, "yearly"),
        ({"bands": (1,) * 168}, "bands"),
        ({"where": ((0.0,),) * 4}, "where"),
        ({"kinds": ()}, "no_kind"),
        ({"drives": (((-1,),),)}, "drives"),
        ({"lights_permille": 0}, "lights"),
        ({"reached": 1.2}, "shares"),
        ({"durations": {}}, "duration_missing"),
    ],
)
def test_09_a_world_that_cannot_be_is_told_in_a_sentence(today: PlanningWorld, change: dict[str, Any], code: str) -> None:
    broken = msgspec.structs.replace(today, **change)
    found = {one.code: one.sentence() for one in complaints_of_world(broken)}
    assert code in found
    assert "{" not in found[code]
    with pytest.raises(Mistake, match="^today: "):
        check_world(broken)


def test_10_kinds_doors_and_durations_are_named_in_what_is_wrong_with_them(today: PlanningWorld) -> None:
    kind = msgspec.structs.replace(today.kinds[0], level=5, outcomes=(0.0,) * 4)
    door = msgspec.structs.replace(today.doors[0], place=99, yes=-1.0)
    durations = today.durations | {"door": (5, 4, 3, 2, 1), "stay": (0, 0, 0, 0, 1 << 40)}
    broken = msgspec.structs.replace(today, kinds=(kind,), doors=(door,), durations=durations)
    said = " ".join(one.sentence() for one in complaints_of_world(broken))
    assert {one.code for one in complaints_of_world(broken)} == {
        "kind_level", "kind_ends", "door_place", "door_yes", "duration_falls", "duration_long",
    }  # fmt: skip
    assert all(name in said for name in (kind.name, door.facility, "stay"))


def test_11_a_roster_that_cannot_be_sent_names_the_unit_and_what_to_do(profile: Profile, today: PlanningWorld) -> None:
    good = units_of(profile, today)[0]
    broken: dict[str, PlannedUnit] = {
        "unit_nobody": msgspec.structs.replace(good, name="a", members=()),
        "unit_crew": msgspec.structs.replace(good, name="b", crew_kind="balloon", members=(("x", "officer", ()),)),
        "unit_made": msgspec.structs.replace(good, name="c", members=(("y", "driver", ()),)),
        "unit_place": msgspec.structs.replace(good, name="d", post=400, members=()),
        "unit_shift": msgspec.structs.replace(good, name="e", shifts=(Shift(170, 8),), members=()),
    }
    found = complaints_of_roster([*broken.values(), good, good], today, profile.rules)
    assert {one.code for one in found} == {*broken, "unit_name", "person_twice"}
    assert all(one.sentence().count("{") == 0 for one in found)
    with pytest.raises(Mistake, match="roster: there are two units called"):
        check_roster([good, good], today, profile.rules)


def test_12_nobody_is_in_two_places_but_may_change_units_between_shifts(profile: Profile, today: PlanningWorld) -> None:
    good = units_of(profile, today)[0]
    early = msgspec.structs.replace(good, name="early", shifts=(Shift(6, 8),))
    late = msgspec.structs.replace(good, name="late", shifts=(Shift(14, 8),))
    longer = msgspec.structs.replace(good, name="late", shifts=(Shift(13.75, 8),))
    assert complaints_of_roster([early, late], today, profile.rules) == []
    assert [one.code for one in complaints_of_roster([early, longer], today, profile.rules)] == ["person_twice"] * len(good.members)
