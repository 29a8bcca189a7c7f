"""How likely a place says yes: learned from its answers and what it has told. Fit, choice and way come first."""

import random
from dataclasses import replace

import pytest

from alongside.core.apply import apply
from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.fact import facility_stream
from alongside.core.handoff import facts as h
from alongside.core.handoff import requests as r
from alongside.core.handoff.confidence import Chance, Confidence
from alongside.core.handoff.places import PlaceOption, list_places
from alongside.core.intake import requests as i
from alongside.core.intake.protocol import Hours
from alongside.core.local_time import LocalTime
from alongside.core.rules import Beat, Facility, Rules, Service
from alongside.core.travel import Spot
from tests.core.story import START, Story, actor
from tests.core.town import CENTRE, FACILITIES, HOUR, MINUTE, RULES, StraightRoads

DAILY = frozenset(range(7))
EAST = (Spot(40_760_000, -111_810_000), Spot(40_760_000, -111_808_000), Spot(40_762_000, -111_809_000))
NEAR = replace(FACILITIES[0], id="near", spot=Spot(40_761_000, -111_890_000))
FAR = replace(FACILITIES[0], id="far", spot=Spot(40_760_000, -111_800_000))


def town(*more: Facility, **changed: object) -> Rules:
    known = {one.id: one for one in (*FACILITIES, *more)}
    return replace(RULES, facilities=known, beats=(Beat("east", "East", EAST),), **changed)  # type: ignore[arg-type]


def told(rules: Rules) -> Story:
    story = Story(rules).staff()
    story.call("i1")
    return story


def options(story: Story, legal: str = "voluntary") -> tuple[PlaceOption, ...]:
    asking = Asking(story.board, story.rules, story.roads, actor("desk-dispatch"), story.now, story.now)
    return list_places(asking, story.board.episodes.reach("i1-p1"), CENTRE, legal)


def order(story: Story) -> list[str]:
    return [one.facility for one in options(story) if one.fits]


def chance(story: Story, facility: str) -> Chance:
    return next(one.chance for one in options(story) if one.facility == facility)


def codes(story: Story, facility: str) -> list[str]:
    return [reason.code for one in options(story) if one.facility == facility for reason in one.reasons]


def answered(story: Story, facility: str, yes: int, no: int) -> None:
    """So many people were asked for, and so it answered, each after six minutes."""
    for turn in range(yes + no):
        id = f"{facility}-{turn}"
        story.call(id)
        story.when(r.ReservePlace, "desk-dispatch", reservation=id, facility=facility, service="chair", episode=f"{id}-p1")
        story.wait(6 * MINUTE)
        if turn < yes:
            story.when(r.AgreeToReceive, "system", by=actor(facility)._replace(role="nurse"), reservation=id)
            story.when(r.TakeBackReservation, "desk-dispatch", reservation=id)
        else:
            story.when(r.DeclineToReceive, "system", by=actor(facility)._replace(role="nurse"), reservation=id, reason="full")


def test_01_a_place_that_says_no_comes_after_its_like_beside_it() -> None:
    story = told(town(NEAR, replace(NEAR, id="beside")))
    assert order(story)[:2] == ["near", "beside"]
    answered(story, "near", 2, 12)
    answered(story, "beside", 13, 1)
    assert [id for id in order(story) if id != "haven"][:2] == ["beside", "near"]
    assert chance(story, "near").chance < 500 < 700 < chance(story, "beside").chance
    assert chance(story, "near").seen == 14
    assert 6 * MINUTE <= chance(story, "near").answer_ms < 8 * MINUTE
    assert "past_answers" in codes(story, "near")


def test_02_likelihood_never_outweighs_the_way_or_the_persons_choice() -> None:
    story = told(town(NEAR, FAR))
    answered(story, "near", 1, 9)
    answered(story, "far", 9, 1)
    assert order(story).index("near") < order(story).index("far")
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1", wants=("far",), avoids=("near",))
    assert order(story)[0] == "far"
    assert order(story)[-1] == "near"
    assert "person_asks_for_it" in codes(story, "far")
    assert "person_declines_it" in codes(story, "near")


def test_03_the_way_home_counts_as_much_as_the_way_there() -> None:
    story = told(town(NEAR, FAR))
    assert order(story)[0] == "near"
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1", home="east", way_home="bus")
    by_id = {one.facility: one for one in options(story)}
    assert by_id["far"].home_ms is not None
    assert by_id["near"].home_ms is not None
    assert by_id["far"].home_ms < by_id["near"].home_ms
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1", home="here")
    assert next(one.home_ms for one in options(story) if one.facility == "near") == by_id["near"].drive_ms


def test_04_a_wish_names_what_there_is() -> None:
    story = told(town(NEAR))
    assert story.refused(r.RecordWish, "desk-dispatch", episode="i1-p1", wants=("nowhere",)) == "facility_unknown"
    assert story.refused(r.RecordWish, "desk-dispatch", episode="i1-p1", wants=("near",), avoids=("near",)) == "wanted_and_avoided"
    assert story.refused(r.RecordWish, "desk-dispatch", episode="i1-p1", home="west") == "beat_unknown"
    assert story.refused(r.RecordWish, "desk-dispatch", episode="i1-p1", way_home="by_sea") == "wish_unknown"


def test_05_what_was_told_long_ago_or_advised_against_lowers_the_chance_and_says_so() -> None:
    story = told(town(NEAR))
    story.when(r.SetCapacity, "near", by=actor("near")._replace(role="nurse"), facility="near", service="chair", free=2)
    fresh = chance(story, "near")
    assert fresh.standing == "free_told"
    story.wait(2 * HOUR)
    old = chance(story, "near")
    assert old.standing == "told_long_ago"
    assert "call_to_confirm" in codes(story, "near")
    story.when(r.SetDiversion, "desk-dispatch", facility="near", diverting=True)
    assert fresh.chance > old.chance > chance(story, "near").chance


def test_06_the_last_free_place_is_said_to_be_the_last() -> None:
    story = told(town(NEAR))
    story.when(r.SetCapacity, "near", by=actor("near")._replace(role="nurse"), facility="near", service="chair", free=1)
    assert "few_left" in codes(story, "near")


def test_07_who_is_on_the_way_uncounted_takes_from_what_is_free() -> None:
    story = told(town(NEAR))
    story.call("i2")
    story.when(r.ReservePlace, "desk-dispatch", reservation="v2", facility="near", service="chair", episode="i2-p1")
    story.when(r.SetCapacity, "near", by=actor("near")._replace(role="nurse"), facility="near", service="chair", free=2)
    assert chance(story, "near").standing == "few_left", "one was on the way before the place told what is free"


def test_08_an_emergency_department_is_never_a_matter_of_chance() -> None:
    story = told(town(NEAR))
    story.when(r.SetDiversion, "desk-dispatch", facility="general", diverting=True)
    assert chance(story, "general").chance == 1000
    facts = story.when(r.ReservePlace, "desk-dispatch", reservation="v1", facility="general", service="bay", episode="i1-p1")
    assert isinstance(facts[0], h.PlaceReserved)
    assert facts[0].chance is None, "nothing is learned from a door that never declines"


def test_09_an_emergency_department_comes_first_only_with_a_medical_sign_or_because_the_person_asks() -> None:
    story = told(town(FAR))
    assert order(story) == ["haven", "far", "general"]
    assert "more_than_needed" in codes(story, "general")
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1", wants=("general",))
    assert order(story)[0] == "general"
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1")
    story.when(i.ReportRedFlag, "desk-dispatch", incident="i1", flag="breathing", state="yes", when="on_scene")
    assert order(story)[0] == "general"


def test_10_what_was_shown_is_kept_with_the_question_and_silence_is_no_yes() -> None:
    story = told(town(NEAR))
    shown = chance(story, "near")
    [reserved, *_] = story.when(r.ReservePlace, "desk-dispatch", reservation="v1", facility="near", service="chair", episode="i1-p1")
    assert isinstance(reserved, h.PlaceReserved)
    assert (reserved.chance, reserved.usual, reserved.standing) == (shown.chance, shown.usual, "never_told")
    story.wait(46 * MINUTE)
    assert chance(story, "near").chance < shown.chance
    assert chance(story, "near").answer_ms == shown.answer_ms, "no answer has no time"


def test_11_a_question_taken_back_before_an_answer_teaches_nothing() -> None:
    story = told(town(NEAR))
    before = chance(story, "near")
    story.when(r.ReservePlace, "desk-dispatch", reservation="v1", facility="near", service="chair", episode="i1-p1")
    story.when(r.TakeBackReservation, "desk-dispatch", reservation="v1")
    assert chance(story, "near") == before


def test_12_closed_when_they_would_arrive_and_when_it_opens() -> None:
    night = replace(NEAR, id="days", hours=(Hours(DAILY, 8 * 60, 22 * 60),))
    story = told(town(night, local=LocalTime(((0, -7 * HOUR),))))
    assert "closed_then" not in codes(story, "days"), "the story begins at a quarter past three in the afternoon there"
    story.wait(6 * HOUR + 44 * MINUTE)  # 21:57, and seconds to drive
    assert "closed_then" not in codes(story, "days")
    story.wait(3 * MINUTE)
    opens = next(one for one in options(story) if one.facility == "days").reasons[0]
    assert opens.code == "closed_then"
    assert (int(dict(opens.parameters)["opens_at"]) - 7 * HOUR) % (24 * HOUR) == 8 * HOUR
    asked = {"reservation": "v1", "facility": "days", "service": "chair", "episode": "i1-p1"}
    assert story.refused(r.ReservePlace, "desk-dispatch", **asked) == "place_does_not_fit"


def test_13_a_ward_for_some_is_said_and_kept() -> None:
    ward = replace(NEAR, id="ward", services=(replace(NEAR.services[0], ward="women"),))
    story = told(town(ward))
    assert "one_ward" in codes(story, "ward")
    story.when(r.RecordWish, "desk-dispatch", episode="i1-p1", ward="men")
    assert "other_ward" in codes(story, "ward")


PLACES, ASKED = 24, 6000
TEMPER = {"free_told": 0.08, "few_left": -0.1, "told_long_ago": -0.12, "never_told": -0.05, "diverting": -0.35}


def simulated_answers() -> list[tuple[int, bool]]:
    """Places of three kinds, each with a temper of its own, worse at night, and each telling of itself as it likes: shown, and said."""
    dice = random.Random(20_261_126)
    kinds = {"receiving": 0.85, "crisis": 0.7, "inpatient": 0.5}
    temper = {f"p{n}": min(0.97, max(0.1, list(kinds.values())[n % 3] + dice.uniform(-0.2, 0.15))) for n in range(PLACES)}
    found = {id: Facility(id, id, list(kinds)[n % 3], CENTRE, (Service("bed", 10),)) for n, id in enumerate(temper)}
    rules, board, told, now = replace(RULES, facilities=found), Board(), [], START
    for turn in range(ASKED):
        now += dice.randrange(5 * MINUTE, 40 * MINUTE)
        id = f"p{dice.randrange(PLACES)}"
        tell(board, dice, id, now)
        asking = Asking(board, rules, StraightRoads(), actor("desk-dispatch"), now, now)
        confidence = Confidence(asking)
        shown = confidence.of(found[id], "bed", asking.place(id))
        says = dice.random() < temper[id] + TEMPER[shown.standing] - (0.15 if confidence.hour < 8 else 0)
        told.append((shown.chance, says))
        reserve_and_answer(board, id, turn, now, confidence.hour, shown, says)
    return told


def tell(board: Board, dice: random.Random, id: str, now: int) -> None:
    stream = facility_stream(id)
    if dice.random() < 0.5:
        apply(board, h.CapacitySet(stream, now - dice.choice((0, 3 * HOUR)), id, "bed", dice.choice((1, 5, 8))))
    apply(board, h.DiversionSet(stream, now, id, dice.random() < 0.08))


def reserve_and_answer(board: Board, id: str, turn: int, now: int, hour: int, shown: Chance, says: bool) -> None:
    stream, name = facility_stream(id), f"v{turn}"
    apply(board, h.PlaceReserved(
        stream, now, name, id, "bed", f"e{turn}", "i", "voluntary", now + HOUR, False, hour, shown.standing, shown.usual, shown.chance,
    ))  # fmt: skip
    who = (name, id, f"e{turn}", "i")
    apply(board, h.AgreedToReceive(stream, now, *who) if says else h.DeclinedToReceive(stream, now, *who, "full"))
    if says:
        apply(board, h.HandedOver(stream, now, f"e{turn}", "i", id, "bed", None, name))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def answers() -> list[tuple[int, bool]]:
    return simulated_answers()


def test_14_among_those_shown_as_eighty_percent_about_eighty_percent_say_yes(answers: list[tuple[int, bool]]) -> None:
    later = answers[ASKED // 10 :]  # the first weeks of a new deployment lean on the prior
    for low in (350, 450, 550, 650, 750, 850):
        among = [says for shown, says in later if low <= shown < low + 100]
        assert len(among) > 100, low
        assert abs(sum(among) / len(among) - (low + 50) / 1000) < 0.06, (low, len(among), sum(among) / len(among))


def test_15_it_tells_more_than_the_share_of_all(answers: list[tuple[int, bool]]) -> None:
    share = sum(says for _, says in answers) / len(answers)
    brier = sum((shown / 1000 - says) ** 2 for shown, says in answers) / len(answers)
    assert brier < 0.93 * share * (1 - share), (brier, share * (1 - share))
