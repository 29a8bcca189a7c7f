"""Whose business a need is, and all that belongs to it; what is not there is nobody's."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Party, Reference
from alongside.core.person import requests as r
from alongside.core.promise import requests as p
from alongside.core.sharing.knowing import BUSINESS, knows, knows_all, seats_of_incident
from tests.core.sharing.asked import asking, business
from tests.core.story import Story, actor

DESK, LEAD, FOLLOW_UP = actor("desk-dispatch"), actor("desk-lead"), actor("desk-follow-up")
AMARA, NOVAK, NURSE = Actor("amara", "clinician", "clinic", seat="M12"), Actor("novak", "officer", "police", seat="P31"), actor("haven")
NOBODY, PRIVACY = Actor("wren", "evaluator", "county"), Actor("petra", "privacy_officer", "county")
LINE = Actor("lena", "clinician", "clinic", seat="line")


@pytest.fixture
def story() -> Story:
    """M12 is with somebody it wrote a record of and owes a report about; a second need is nobody's but its desk's."""
    told = Story().staff()
    told.call("i1")
    told.call("i2")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(f.OweReport, "M12", by=AMARA, report="o1", episode="i1-p1", about="child")
    told.when(d.SendMessage, "desk-dispatch", message="m1", to="M12", incident="i1", words=(Reference("message", "w", "00"),))
    told.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so", words=(Reference("name", "v-name", "00"),))
    return told


THINGS = {
    "incident": "i1", "other": "i1", "episode": "i1-p1", "assignment": "a1", "report": "o1", "message": "m1", "person": "w1",
    "item": "v-name",
}  # fmt: skip


def test_01_everything_of_a_need_is_its_crews_business_and_nothing_of_another_is(story: Story) -> None:
    assert business(story, AMARA, THINGS) == dict.fromkeys(THINGS, True)
    assert business(story, NOVAK, THINGS) == dict.fromkeys(THINGS, False)
    assert business(story, NOBODY, THINGS) == dict.fromkeys(THINGS, False)
    assert business(story, AMARA, {"incident": "i2", "episode": "i2-p1"}) == {"incident": False, "episode": False}


def test_02_what_is_not_there_is_nobodys_business(story: Story) -> None:
    for who in (AMARA, NURSE, FOLLOW_UP, NOBODY):
        assert business(story, who, dict.fromkeys(BUSINESS, "gone")) == dict.fromkeys(BUSINESS, False)


def test_03_desks_that_dispatch_machines_the_privacy_officer_and_the_clinicians_line_know_of_every_need(story: Story) -> None:
    assert [knows_all(asking(story, who)) for who in (DESK, LEAD, PRIVACY, Actor("cad", "system"))] == [True] * 4
    assert [knows_all(asking(story, who)) for who in (AMARA, NOVAK, NURSE, FOLLOW_UP, NOBODY, LINE)] == [False] * 6
    assert business(story, DESK, dict.fromkeys(BUSINESS, "gone")) == dict.fromkeys(BUSINESS, True)
    story.board.positions.reach("line").duty = "clinician_line"
    assert knows_all(asking(story, LINE))


def test_04_a_message_belongs_to_both_its_ends_and_a_report_to_who_owes_it(story: Story) -> None:
    lone = AMARA._replace(seat="")
    assert business(story, lone, {"report": "o1", "item": "v-name"}) == {"report": True, "item": True}
    assert business(story, AMARA._replace(staff="other"), {"report": "o1", "message": "m1"}) == {"report": True, "message": True}
    assert business(story, Actor("x", "clinician", seat="desk-dispatch"), {"message": "m1"}) == {"message": True}


def test_05_an_item_is_its_authors_and_of_whoever_has_to_do_with_the_person(story: Story) -> None:
    same_crew = Actor("tomas", "peer", "clinic", seat="M12")
    assert business(story, same_crew, {"item": "v-name", "person": "w1"}) == {"item": True, "person": True}
    assert business(story, Actor("amara", "clinician", "elsewhere"), {"item": "v-name", "person": "w1"}) == {"item": True, "person": False}


def test_06_a_place_knows_of_who_it_was_asked_for_and_the_crew_of_who_it_took(story: Story) -> None:
    story.when(h.SetCapacity, "haven", facility="haven", service="chair", free=1)
    assert business(story, NURSE, {"incident": "i1"}) == {"incident": False}
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    asked = {"reservation": "v1", "episode": "i1-p1", "incident": "i1"}
    assert business(story, NURSE, asked) == business(story, AMARA, asked) == dict.fromkeys(asked, True)
    assert business(story, actor("general"), asked) == business(story, NOVAK, asked) == dict.fromkeys(asked, False)
    story.when(h.TakeBackReservation, "M12", reservation="v1")
    assert business(story, NURSE, asked) == {"reservation": True, "episode": False, "incident": False}


def test_07_who_is_offered_the_person_knows_of_them(story: Story) -> None:
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=Party(PartyKind.CREW, "P31"))
    assert business(story, NOVAK, {"incident": "i1", "episode": "i1-p1"}) == {"incident": True, "episode": True}
    assert business(story, NOVAK, {"incident": "i2"}) == {"incident": False}


def test_08_a_crew_writes_down_afterwards_what_came_of_it_and_follow_up_works_every_promise(story: Story) -> None:
    assert business(story, FOLLOW_UP, {"episode": "i1-p1"}) == {"episode": False}
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1", "f2"))
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    after = {"incident": "i1", "assignment": "a1", "follow_up": "f1"}
    assert business(story, AMARA, after) == dict.fromkeys(after, True)
    assert business(story, FOLLOW_UP, after) == dict.fromkeys(after, True)
    assert business(story, NOVAK, after) == dict.fromkeys(after, False)
    other = story.board.follow_ups.reach("elsewhere")
    other.episode = "i2-p1"
    assert business(story, FOLLOW_UP, {"follow_up": "elsewhere"}) == {"follow_up": True}
    assert business(story, AMARA, {"follow_up": "elsewhere"}) == {"follow_up": False}


def test_09_a_request_is_somebodys_business_when_all_it_names_is_and_new_ids_are_nobodys_yet(story: Story) -> None:
    new, known, mixed = (
        i.AddPerson(id="q1", by=AMARA, incident="i1", episode="new"),
        h.ReservePlace(id="q2", by=AMARA, episode="i1-p1", reservation="new", facility="haven", service="chair"),
        i.LinkIncidents(id="q3", by=AMARA, incident="i1", other="i2", basis=()),
    )
    assert [knows(asking(story, AMARA), one) for one in (new, known, mixed)] == [True, True, False]
    assert [knows(asking(story, NOVAK), one) for one in (new, known, mixed)] == [False, False, False]
    assert knows(asking(story, NOBODY), d.GoOutOfService(id="q4", by=NOBODY, unit="P31", reason="meal"))


def test_10_the_desk_that_took_the_call_has_to_do_with_it(story: Story) -> None:
    taker = Actor("x", "case_manager", seat="desk-calls")
    assert business(story, taker, {"incident": "i2", "episode": "i2-p1"}) == {"incident": True, "episode": True}
    assert set(seats_of_incident(story.board, story.board.incidents.reach("i2"))) == {"desk-calls"}
    assert set(seats_of_incident(story.board, story.board.incidents.reach("i1"))) == {"desk-calls", "M12"}


def test_11_who_is_sent_has_to_do_with_it_and_writes_afterwards_what_was_there(story: Story) -> None:
    def seats() -> set[str]:
        return set(seats_of_incident(story.board, story.board.incidents.reach("i2")))

    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="P31")
    assert seats() == {"desk-calls", "P31"}
    story.when(d.WithdrawAssignment, "desk-dispatch", assignment="a2")
    assert seats() == {"desk-calls"}
    assert business(story, NOVAK, {"incident": "i2", "assignment": "a2"}) == {"incident": True, "assignment": True}
    assert business(story, AMARA, {"incident": "i2", "assignment": "a2"}) == {"incident": False, "assignment": False}


def test_12_a_promise_without_an_owner_yet_is_nobodys_seat(story: Story) -> None:
    episode = story.board.episodes.reach("i2-p1")
    episode.follow_ups = ("unowned", "never written")
    assert story.board.follow_ups.reach("unowned").owner is None
    assert set(seats_of_incident(story.board, story.board.incidents.reach("i2"))) == {"desk-calls"}
