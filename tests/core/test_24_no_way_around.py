"""Ways around a rule, each tried as somebody would who wants around it: a link, another's desk, another order that writes the same."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from alongside.core.card import requests as card
from alongside.core.cases import requests as c
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.invitation import requests as r
from alongside.core.party import Actor
from alongside.core.person import requests as person
from alongside.core.promise import requests as q
from alongside.core.registry import requests as registry
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.core.transport import requests as t
from alongside.library.sharing.load import load_sharing
from tests.core.cases.neighborhood import AMARA, CASES, DAY, LEAD, MOREAU, people, word
from tests.core.story import Story, crew, kinds

NOVAK = Actor("novak", "officer", "police", seat="P31")
JUNE = Actor("tomas", "intern", "clinic", seat="M12")  # aboard M12
SHARING = load_sharing().rules


def asked(story: Story) -> Story:
    """A chair at Haven is asked for."""
    story.when(h.ReservePlace, "desk-dispatch", reservation="v", facility="haven", service="chair", episode="i1-p1")
    return story


def brought(story: Story) -> None:
    """M12 is with the person."""
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    story.meet("M12")


@pytest.fixture
def story() -> Story:
    told = Story().staff()
    told.call("i1")
    return asked(told)


def test_01_a_link_opens_the_record_so_only_who_may_read_it_sends_one(story: Story) -> None:
    """Link and PIN stand on the screen of whoever makes them: an officer would read as the nurse does."""
    given = {"invitation": "v1", "purpose": "reservation", "about": "v", "episode": "i1-p1", "token_hash": "t", "pin_hash": "p"}
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="P31")
    for seat in ("P31", "desk-dispatch", "desk-calls", "desk-lead"):
        assert story.refused(r.MakeInvitation, seat, **given) in ("not_allowed", "invitation_opens_more"), seat
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="M12")
    story.when(r.MakeInvitation, "M12", **given)


def test_02_a_place_says_no_with_a_reason_and_an_emergency_department_only_advises(story: Story) -> None:
    """Taking back is for whoever asked: a place that takes itself back would have said no without saying why."""
    assert story.refused(h.TakeBackReservation, "haven", reservation="v") == "not_yours"
    assert story.refused(h.AnswerBack, "haven", reservation="v", words=(word("place_answer"),)) == "not_yours"
    story.when(h.TakeBackReservation, "desk-dispatch", reservation="v")
    story.when(h.ReservePlace, "desk-dispatch", reservation="e", facility="general", service="bay", episode="i1-p1")
    assert story.refused(h.TakeBackReservation, "general", reservation="e") == "not_yours"
    assert kinds(story.when(h.DeclineToReceive, "general", reservation="e", reason="full")) == ["DiversionAdvised"]


def test_03_nobody_is_put_into_the_care_of_a_desk_by_another(story: Story) -> None:
    story.when(h.TakeBackReservation, "desk-dispatch", reservation="v")
    brought(story)
    told = {"disposition": Disposition.RESOLVED_ON_SCENE, "follow_ups": ("f1", "f2", "f3", "f4")}
    story.when(f.RecordDisposition, "M12", episode="i1-p1", **told)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    for seat, desk in (("desk-follow-up", "desk-dispatch"), ("M12", "desk-follow-up")):
        assert story.refused(u.TakeFollowUp, seat, episode="i1-p1", position=desk) == "not_yours"
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")


def test_04_a_desk_that_holds_cases_is_not_left_empty() -> None:
    story = people(1)
    told = {"case": "c1", "person": "w1", "case_kind": "steady", "because": "person_asked", "position": "desk-lead", "worker": "moreau"}
    story.when(c.OpenCase, "", by=LEAD, **told)
    assert story.refused(d.LeavePosition, "desk-lead", position="desk-lead") == "still_responsible"
    story.when(c.AcceptCases, "", by=MOREAU, cases=("c1",))
    story.when(d.LeavePosition, "desk-lead", position="desk-lead")


def test_05_a_case_of_a_kind_the_library_no_longer_has_can_still_be_worked_and_closed() -> None:
    story = people(1)
    story.when(c.OpenCase, "", by=MOREAU, case="c1", person="w1", case_kind="calming", because="person_asked")
    kept = MappingProxyType({id: one for id, one in CASES.cases.kinds.items() if id != "calming"})
    story.rules = replace(CASES, cases=replace(CASES.cases, kinds=kept))
    story.when(c.RecordCaseContact, "", by=MOREAU, case="c1", how="visit", outcome="seen")
    assert story.refused(c.CloseCase, "", by=MOREAU, case="c1", reason="because") == "not_in_list"
    story.when(c.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    assert not any(subject.startswith("c1") for _, subject in story.board.clocks)


def reads(story: Story, vault_id: str, owner: str, field: str) -> str:
    """What an officer at the door is told, or why not."""
    answer = Circumstances(SHARING, story.board, NOVAK, "response", story.now).may_read("person", owner, field, vault_id)
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def test_06_no_other_order_writes_a_crisis_card_past_its_second_reader() -> None:
    story = people(1)
    story.call("i2")
    lines = (word("name", "n2"), word("appearance", "a2"), word("card_helps", "h2"))
    enrolled: dict[str, Any] = {"person": "w2", "agreed_by": "guardian", "words": lines}
    assert story.refused(registry.EnrollPerson, "", by=MOREAU, **enrolled) == "card_not_theirs"
    story.when(registry.EnrollPerson, "", by=MOREAU, **{**enrolled, "agreed_by": "person"})
    assert reads(story, "h2", "w2", "card_helps") == "not_approved"


def test_07_what_was_carried_over_is_read_by_a_second_person_too() -> None:
    story = people(2)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    told = {"person": "w1", "source": "person", "episode": "i1-p1", "review_at": story.now + 90 * DAY}
    story.when(person.WriteItems, "", by=AMARA, words=(word("card_helps", "h1"),), **told)
    story.when(card.ApproveCard, "", by=MOREAU, person="w1", items=("h1",))
    story.when(person.UndoIdentification, "", by=AMARA, person="w1", episode="i1-p1", reason="other_person")
    story.when(person.CarryItemOver, "", by=AMARA, person="w2", item="h1", episode="", words=(word("card_helps", "h2"),))
    assert reads(story, "h2", "w2", "card_helps") == "not_approved"


def test_08_what_an_intern_writes_with_a_new_record_owes_a_signature_too() -> None:
    story = people(0)
    story.call("i1")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    lines = (word("name", "n1"), word("clinical_note", "c1"))
    done = story.when(person.RecordPerson, "", by=JUNE, person="w1", episode="i1-p1", basis="said_so", words=lines)
    assert kinds(done)[-1] == "SignatureOwed"
    assert story.board.is_unsigned("c1")
    assert not story.board.is_unsigned("n1")


def test_09_a_ride_that_ended_on_the_road_stands_in_nobodys_way(story: Story) -> None:
    """M12 drove off; on the road C204 took the person over. An ambulance can be asked for, and the first ride is over."""
    brought(story)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.TRANSPORTING, place="haven", reason="person_refuses")
    story.meet("C204", "a2", until=A.ON_SCENE)
    assert story.refused(t.AskTransport, "desk-dispatch", ride="r2", episode="i1-p1", means="ambulance") == "ride_open"
    story.when(q.OfferTransfer, "M12", episode="i1-p1", to=crew("C204"))
    story.when(q.AcceptTransfer, "C204", episode="i1-p1")
    story.when(q.TakeOver, "C204", episode="i1-p1")
    told = story.when(t.AskTransport, "desk-dispatch", ride="r2", episode="i1-p1", means="ambulance")
    assert kinds(told) == ["TransportTurnedBack", "TransportAsked"]
    assert [story.board.rides.reach(id).ended for id in story.board.episodes.reach("i1-p1").rides] == ["over", ""]
