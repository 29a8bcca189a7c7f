"""A day of the living city, and what a person at a console can rely on."""

from collections import Counter
from statistics import median

import pytest

from alongside.core.codes import IncidentStatus, Level, Origin, PartyKind, UnitService
from alongside.core.dispatch.facts import MessageSent, UnitAssigned
from alongside.core.intake.facts import RedFlagReported
from alongside.core.intake.requests import SetLevel, TakeCall
from alongside.core.party import Actor
from alongside.core.travel import Spot
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.people.scene import Asked
from alongside.twin.run import Told, pre_roll, run, settle
from tests.twin.conftest import HOUR_MS, MONDAY_NOON

Day = tuple[Told, list[str]]


def test_1_the_promise_holds_after_every_fact_of_a_day(day: Day) -> None:
    told, breaches = day
    assert breaches == []
    assert len(told.facts) > 1500


def test_2_nearly_every_request_is_granted(day: Day) -> None:
    told, _ = day
    assert len(told.refused) <= len(told.requests) * 0.005, Counter((request.kind, code) for request, code in told.refused)


def test_3_a_busy_day_of_a_plausible_size(day: Day) -> None:
    told, _ = day
    assert 40 <= len(told.board.incidents) <= 85
    arrived = [one.first_on_scene_at - one.first_ring_at for one in told.board.incidents if one.first_on_scene_at]
    assert 8 <= median(arrived) / 60_000 <= 25  # minutes; published: city programs 13-15, countywide 45-60


def test_4_calls_of_every_level_and_several_origins_and_some_unmet_need(day: Day) -> None:
    told, _ = day
    assert {one.level for one in told.board.incidents if one.level is not None} == set(Level)
    assert len({one.origin for one in told.board.incidents}) >= 3
    assert any(fact.kind == "NeedUnmet" for fact in told.facts)


def test_5_people_are_taken_to_places_transferred_and_followed_up(day: Day) -> None:
    told, _ = day
    kinds = {fact.kind for fact in told.facts}
    assert {
        "HandedOver",
        "AgreedToReceive",
        "TransferAccepted",
        "FollowUpTaken",
        "FollowUpAttempted",
        "IncidentsLinked",
        "PersonReleased",
    } <= kinds


def test_6_old_incidents_have_come_to_an_end(day: Day) -> None:
    told, _ = day
    late = [one for one in told.board.incidents if one.status is IncidentStatus.OPEN and one.taken_at < MONDAY_NOON + 18 * HOUR_MS]
    assert late == []


def test_7_whoever_is_responsible_is_there(day: Day) -> None:
    told, _ = day
    for episode in told.board.episodes:
        party = episode.responsible
        if party is not None and party.kind is PartyKind.CREW:
            unit = told.board.units.find(party.id)
            assert unit is not None
            assert unit.service is not UnitService.OFF_DUTY


def test_8_the_same_seed_gives_the_same_facts(profile: Profile, roads: RoadTravel) -> None:
    two = [run(City(profile, roads, seed=5), MONDAY_NOON, MONDAY_NOON + 2 * HOUR_MS, 10_000) for _ in range(2)]
    other = run(City(profile, roads, seed=6), MONDAY_NOON, MONDAY_NOON + 2 * HOUR_MS, 10_000)
    assert two[0].facts == two[1].facts
    assert two[0].facts != other.facts


def test_9_a_restarted_city_goes_on_from_the_board(profile: Profile, roads: RoadTravel) -> None:
    told = Told()
    for turn in range(3):  # a new City each time: nothing but the board and the seed is carried over
        start = MONDAY_NOON + turn * 2 * HOUR_MS
        pre_roll(City(profile, roads, seed=5), told.board, start, start + 2 * HOUR_MS, 10_000, asker(told, profile, roads))
    assert len(told.refused) <= 2
    assert len({one.id for one in told.board.incidents}) == len([fact for fact in told.facts if fact.kind == "CallTaken"])
    old = [one for one in told.board.incidents if one.status is IncidentStatus.OPEN and one.taken_at < MONDAY_NOON + 2 * HOUR_MS]
    assert len(old) <= 1


def test_10_nobody_acts_for_a_seat_a_person_sits_at(profile: Profile, roads: RoadTravel) -> None:
    told, seats = Told(), frozenset({"dispatch-1", "m12", "wasatch-receiving"})
    ask = asker(told, profile, roads)
    pre_roll(City(profile, roads, seed=5), told.board, MONDAY_NOON, MONDAY_NOON + 600_000, 10_000, ask)
    before = len(told.requests)
    pre_roll(City(profile, roads, seed=5), told.board, MONDAY_NOON + 600_000, MONDAY_NOON + 3 * HOUR_MS, 10_000, ask, seats)
    assert len(told.requests) > before
    assert not [one for one in told.requests[before:] if one.by.seat in seats]


def test_11_what_a_person_took_is_left_to_them_until_two_minutes_past_its_limit(profile: Profile, roads: RoadTravel) -> None:
    told, sent_at = with_a_call(profile, roads, frozenset({"call-taker-1"}))
    limit = profile.rules.program.levels[Level.URGENT].assign_within_ms
    assert sent_at >= MONDAY_NOON + 600_000 + limit + 120_000
    assert sent_at < MONDAY_NOON + 600_000 + limit + 300_000


def test_12_crews_respond_to_what_a_person_created(profile: Profile, roads: RoadTravel) -> None:
    told, _ = with_a_call(profile, roads, frozenset({"call-taker-1"}), hours=4)
    incident = told.board.incidents.find("mine")
    assert incident is not None
    assert incident.first_on_scene_at is not None
    assert all(told.board.episodes.reach(id).disposition is not None for id in incident.episodes)


def test_13_units_move_along_roads_and_arrive_where_they_are_needed(profile: Profile, roads: RoadTravel) -> None:
    city, told = City(profile, roads, seed=5), Told()
    seen: dict[str, set[Spot]] = {}
    ask = asker(told, profile, roads)
    for now in range(MONDAY_NOON, MONDAY_NOON + 2 * HOUR_MS, 30_000):
        pre_roll(city, told.board, now, now + 30_000, 10_000, ask)
        for unit, spot in city.positions(now).items():
            seen.setdefault(unit, set()).add(spot)
    assert sum(len(spots) > 10 for spots in seen.values()) >= 3
    low, high = profile.area.bounds
    assert all(low.lat - 50_000 <= spot.lat <= high.lat + 50_000 for spots in seen.values() for spot in spots)


@pytest.mark.parametrize("program", ["pert", "stl-cru", "la-therapeutic-transport"])
def test_14_every_bundled_program_lives(program: str, roads: RoadTravel) -> None:
    from alongside.library import load_program

    told = run(City(load_program(program), roads, seed=3), MONDAY_NOON, MONDAY_NOON + 4 * HOUR_MS, 20_000)
    assert any(fact.kind == "DispositionRecorded" for fact in told.facts)
    assert len(told.refused) <= 3, Counter((request.kind, code) for request, code in told.refused)


def asker(told: Told, profile: Profile, roads: RoadTravel):  # type: ignore[no-untyped-def]
    judge = City(profile, roads, seed=5)
    return lambda asked: settle(told, asked, judge)


def with_a_call(profile: Profile, roads: RoadTravel, seats: frozenset[str], hours: int = 1) -> tuple[Told, int]:
    """A person at a call-taker's desk takes an urgent call in a city where nobody else calls; when the first unit was sent."""
    told, city = Told(), City(profile, roads, seed=5, calls=False)
    ask = asker(told, profile, roads)
    pre_roll(city, told.board, MONDAY_NOON, MONDAY_NOON + 600_000, 10_000, ask)
    now, by = MONDAY_NOON + 600_000, Actor("j-diaz", "call_taker", seat="call-taker-1")
    spot = Spot(40_760_000, -111_890_000)
    taken = TakeCall(
        id="r1",
        by=by,
        incident="mine",
        episodes=("e1",),
        area=profile.rules.program.area,
        origin=Origin.CALL_911,
        position="call-taker-1",
        spot=spot,
    )
    level = SetLevel(id="r2", by=replace_role(by), incident="mine", level=Level.URGENT, reason="heard")
    assert ask(Asked(taken, {}, now))
    assert ask(Asked(level, {}, now))
    pre_roll(city, told.board, now, now + hours * HOUR_MS, 10_000, ask, seats)
    return told, next((fact.at for fact in told.facts if fact.kind == "UnitAssigned"), 0)


def replace_role(by: Actor) -> Actor:
    return by._replace(role="supervisor")


def test_15_crews_come_to_know_some_people_and_meet_them_again(day: Day) -> None:
    told, _ = day
    assert any(len(person.episodes) > 1 for person in told.board.people)
    fields = {item.field for item in told.board.items}
    assert {"calming", "crisis_plan", "clinical_note", "contact_prohibition"} & fields
    assert any("part2" in item.marks for item in told.board.items) or len(told.board.people) < 4


def test_16_some_are_asked_for_consent_and_agree_decline_or_take_it_back(day: Day) -> None:
    told, _ = day
    assert {one.state for one in told.board.consents} & {"given", "declined", "withdrawn"}
    assert not [one for one in told.board.consents if one.missing]


def test_17_a_crew_that_finds_a_medical_sign_on_scene_asks_for_an_ambulance_and_one_joins_it(day: Day) -> None:
    told, _ = day
    reported = [fact for fact in told.facts if isinstance(fact, RedFlagReported) and (fact.when, fact.state) == ("on_scene", "yes")]
    found = {fact.incident: fact.at for fact in reported}
    asked = {fact.incident for fact in told.facts if isinstance(fact, MessageSent) and fact.incident in found}
    later = [fact for fact in told.facts if isinstance(fact, UnitAssigned) and fact.at > found.get(fact.incident, fact.at)]
    assert found
    assert asked == set(found)
    assert {fact.unit for fact in later} & {"a21", "a24"}
