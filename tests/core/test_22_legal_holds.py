"""A legal hold: only under verified law, only by who is designated, with its latest time; it moves nobody, and its clock rises."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus
from alongside.core.dispatch import requests as d
from alongside.core.handoff import requests as h
from alongside.core.holds import requests as r
from alongside.core.holds.decide import AGAIN_MS
from alongside.core.holds.facts import HoldNearsEnd, HoldTimeOver, HoldWritten
from alongside.core.holds.rules import NO_LAW
from alongside.core.party import Actor, Reference
from alongside.library.jurisdictions import load_pack
from tests.core.story import START, Story, kinds
from tests.core.town import HOUR, RULES

FACTS = (Reference("hold_facts", "w", "0" * 64),)
LAW = load_pack("california").law
VERIFIED = replace(LAW, verified_by="counsel", verified_until=START + 10_000 * HOUR)
LATER = START + 1_000 * HOUR


@pytest.fixture
def story() -> Story:
    """M12 is with somebody, in a place where counsel answers for the pack."""
    told = Story(replace(RULES, jurisdiction=VERIFIED)).staff()
    told.call("i1")

    told.when(d.AssignUnit, "desk-dispatch", assignment="a", incident="i1", unit="M12")
    for status in ("acknowledged", "enroute", "on_scene", "with_person"):
        told.when(d.ReportStatus, "M12", assignment="a", status=AssignmentStatus(status))
    return told


def asked(**fields: Any) -> dict[str, Any]:
    given = {"hold": "h1", "episode": "i1-p1", "hold_kind": "wic_5150", "criteria": ("danger_to_self",), "started_at": START - HOUR}
    return {**given, "designated_until": LATER, "words": FACTS, **fields}


def write(story: Story, seat: str = "M12", **fields: Any) -> HoldWritten:
    (fact,) = story.when(r.WriteHold, seat, **asked(**fields))
    assert isinstance(fact, HoldWritten)
    return fact


def no(story: Story, seat: str = "M12", **fields: Any) -> str:
    return story.refused(r.WriteHold, seat, **asked(**fields))


def test_01_it_says_the_latest_time_and_moves_nobody(story: Story) -> None:
    before = story.responsible("i1-p1")
    fact = write(story)
    assert (fact.latest_at - fact.started_at, fact.latest_at - fact.warn_at) == (72 * HOUR, 12 * HOUR)
    assert story.responsible("i1-p1") == before
    assert story.board.holds.reach("h1").words == FACTS


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"designated_until": None}, "not_designated"),
        ({"designated_until": START}, "designation_over"),
        ({"criteria": ()}, "not_in_list"),
        ({"criteria": ("odd",)}, "not_in_list"),
        ({"hold_kind": "wic_5585"}, "hold_other_age"),
        ({"hold_kind": "none"}, "not_in_list"),
        ({"words": ()}, "hold_facts_missing"),
        ({"started_at": START + 1}, "hold_start_wrong"),
        ({"started_at": START - 72 * HOUR}, "hold_start_wrong"),
        ({"episode": "no"}, "not_yours"),
    ],
)
def test_02_what_the_law_asks_for_must_be_there(story: Story, fields: dict[str, Any], code: str) -> None:
    assert no(story, **fields) == code


def test_03_without_verified_law_there_is_no_hold() -> None:
    for law, code in (
        (NO_LAW, "jurisdiction_missing"),
        (LAW, "jurisdiction_unverified"),
        (replace(VERIFIED, verified_until=START), "jurisdiction_unverified"),
    ):
        told = Story(replace(RULES, jurisdiction=law)).staff()
        told.call("i1")
        clinician = Actor("x", "clinician", "town", seat="desk-calls")
        assert told.refused(r.WriteHold, "", by=clinician, **asked()) == code


def test_04_a_role_the_law_does_not_name_and_a_crew_that_is_not_there_write_none(story: Story) -> None:
    assert no(story, by=Actor("i-x", "peer", "town", seat="M12")) == "not_allowed"
    assert no(story, by=Actor("n-x", "nurse", "town", seat="haven")) in ("hold_other_role", "not_yours")
    assert no(story, "C204") == "not_yours"
    write(story)
    assert no(story, hold="h2") == "hold_running"
    assert no(story) == "hold_exists"


def test_05_the_person_is_told_in_their_language_and_notices_are_served_once(story: Story) -> None:
    write(story)
    assert story.refused(r.GiveAdvisement, "M12", hold="h1", language="es", modality="song") == "not_in_list"
    assert story.refused(r.GiveAdvisement, "M12", hold="h1", language="es", modality="in_person", complete=False) == "not_in_list"
    story.when(r.GiveAdvisement, "M12", hold="h1", language="es", modality="in_person", complete=False, reason="danger")
    story.when(r.GiveAdvisement, "M12", hold="h1", language="es", modality="in_person")
    assert story.board.holds.reach("h1").advised == (story.now, "es", "in_person", True, "")
    story.when(r.ServeHoldNotice, "M12", hold="h1", notice="rights_advocate")
    assert story.refused(r.ServeHoldNotice, "M12", hold="h1", notice="rights_advocate") == "notice_served"
    assert story.refused(r.ServeHoldNotice, "M12", hold="h1", notice="mayor") == "not_in_list"


def test_06_its_clock_rises_before_the_latest_time_and_at_it_until_somebody_says_how_it_ended(story: Story) -> None:
    fact = write(story)
    raised = [one for one in story.wait(fact.latest_at - story.now + AGAIN_MS) if isinstance(one, HoldNearsEnd | HoldTimeOver)]
    assert [(one.kind, one.latest_at - one.at) for one in raised] == [
        ("HoldNearsEnd", 12 * HOUR), ("HoldNearsEnd", HOUR), ("HoldTimeOver", 0), ("HoldTimeOver", -AGAIN_MS),
    ]  # fmt: skip
    assert story.board.holds.reach("h1").is_over
    story.when(r.EndHold, "M12", hold="h1", how="released", told=("person", "family"))
    assert [one for one in story.wait(100 * HOUR) if isinstance(one, HoldNearsEnd | HoldTimeOver)] == []


def test_07_ended_with_who_was_told_or_goes_on_elsewhere_with_the_time_it_had(story: Story) -> None:
    fact = write(story)
    story.when(r.MoveHold, "M12", hold="h1", facility="general")
    assert (story.board.holds.reach("h1").facility, story.board.holds.reach("h1").latest_at) == ("general", fact.latest_at)
    assert story.refused(r.MoveHold, "M12", hold="h1", facility="general") == "hold_there_already"
    for told in ((), ("mayor",), ("nobody", "family")):
        assert story.refused(r.EndHold, "M12", hold="h1", how="released", told=told) == "hold_told_missing"
    assert story.refused(r.EndHold, "M12", hold="h1", how="forgotten", told=("person",)) == "not_in_list"
    assert kinds(story.when(r.EndHold, "M12", hold="h1", how="voluntary", told=("person",))) == ["HoldEnded"]
    assert story.refused(r.EndHold, "M12", hold="h1", how="released", told=("person",)) == "hold_ended"
    assert story.refused(r.EndHold, "M12", hold="h9", how="released", told=("person",)) == "not_yours"
    write(story, hold="h2")  # another one, later


def test_08_the_place_that_has_the_person_ends_it(story: Story) -> None:
    write(story)
    story.when(h.HandOver, "desk-dispatch", episode="i1-p1", facility="general", service="bay", legal="hold")
    nurse = Actor("at-general", "nurse", "town", seat="general")
    assert kinds(story.when(r.EndHold, "", by=nurse, hold="h1", how="released", told=("person",))) == ["HoldEnded"]
    again = Story(story.rules, facts=story.facts)
    assert list(again.board.holds) == list(story.board.holds)
    assert again.board.clocks == story.board.clocks


def test_10_a_second_paper_about_the_same_detention_never_lengthens_it(story: Story) -> None:
    """Put right it may be, and a new detention after a release is a new one; what began before the first paper ended is the same."""
    first = write(story)
    story.now += 10 * HOUR
    story.when(r.EndHold, "M12", hold="h1", how="released", told=("person",))
    later = {"hold": "h2", "designated_until": story.now + LATER}
    assert no(story, **later, started_at=story.now - HOUR) == "hold_lengthens"
    again = write(story, **later, started_at=first.started_at)
    assert again.latest_at == first.latest_at
    story.when(r.EndHold, "M12", hold="h2", how="released", told=("person",))
    story.now += HOUR
    write(story, hold="h3", designated_until=story.now + LATER, started_at=story.now)


def test_11_nor_does_a_third_paper_about_the_first_detention_after_a_second_one(story: Story) -> None:
    write(story)
    story.now += 10 * HOUR
    story.when(r.EndHold, "M12", hold="h1", how="released", told=("person",))
    write(story, hold="h2", started_at=story.now, designated_until=story.now + LATER)
    story.now += HOUR
    story.when(r.EndHold, "M12", hold="h2", how="released", told=("person",))
    third = {"hold": "h3", "designated_until": story.now + LATER}
    assert no(story, **third, started_at=story.now - 2 * HOUR) == "hold_lengthens"
