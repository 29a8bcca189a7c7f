"""What ties somebody to a person, through one evening: it comes and goes with the facts, never with what somebody claims."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Party, Reference
from alongside.core.promise import requests as p
from alongside.core.sharing.ties import Standing, addressed_to, standing_of
from tests.core.story import Story, actor

AMARA = Actor("amara", "clinician", "town", seat="M12")
NOVAK = Actor("novak", "officer", "town", seat="P31")


@pytest.fixture
def story() -> Story:
    """M12 is sent to a call and with the person."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    return told


def ties(story: Story, who: Actor, kind: str = "person", id: str = "i1-p1") -> set[str]:
    return set(standing_of(story.board, who, kind, id).ties)


def test_01_whoever_was_sent_is_tied_and_nobody_else(story: Story) -> None:
    assert ties(story, AMARA) == ties(story, AMARA, "incident", "i1") == {"assigned", "responsible"}
    assert ties(story, NOVAK) == set()
    assert ties(story, actor("desk-dispatch")) == {"desk"}
    assert standing_of(story.board, AMARA, "incident", "nowhere") == Standing()


def test_02_somebody_who_left_the_unit_or_was_relieved_is_tied_no_more(story: Story) -> None:
    assert ties(story, AMARA._replace(staff="somebody-else")) == set()
    assert ties(story, actor("desk-dispatch")._replace(staff="relieved")) == set()


def test_03_a_place_is_tied_once_it_agreed_not_when_it_is_asked(story: Story) -> None:
    nurse = actor("haven")
    story.when(h.SetCapacity, "haven", facility="haven", service="chair", free=1)
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    assert ties(story, nurse) == set()
    story.when(h.AgreeToReceive, "haven", reservation="v1")
    assert ties(story, nurse) == ties(story, nurse, "incident", "i1") == {"bound_here"}
    assert ties(story, actor("general")) == set()


def test_04_an_offer_ties_the_one_who_is_asked(story: Story) -> None:
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=Party(PartyKind.POSITION, "desk-follow-up"))
    assert ties(story, actor("desk-follow-up")) == {"offered"}


def test_05_afterwards_the_crew_was_sent_the_follow_up_desk_has_the_case_and_a_supervisor_signs(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1", "f2"))
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    assert "was_sent" in ties(story, AMARA)
    assert "assigned" not in ties(story, AMARA)
    assert "open_case" in ties(story, actor("desk-follow-up"))
    assert "reviews" in ties(story, actor("desk-lead"))
    assert "reviews" not in ties(story, actor("desk-dispatch"))
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    assert {"open_case", "responsible"} <= ties(story, actor("desk-follow-up"))


def test_06_the_time_of_the_end_is_told_so_that_the_slice_can_end(story: Story) -> None:
    assert standing_of(story.board, AMARA, "incident", "i1").closed_at is None
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1", "f2"))
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    ended = story.now
    story.wait(60_000)
    assert standing_of(story.board, AMARA, "incident", "i1").closed_at == ended
    assert "desk" not in ties(story, actor("desk-dispatch"))


def test_07_a_message_belongs_to_who_wrote_it_and_who_it_was_written_to(story: Story) -> None:
    words = (Reference("message", "word-1", "00"),)
    story.when(d.SendMessage, "desk-dispatch", message="m1", to="P31", incident="", words=words)
    assert addressed_to(story.board, NOVAK) == addressed_to(story.board, actor("desk-dispatch")) == {"word-1"}
    assert addressed_to(story.board, AMARA) == addressed_to(story.board, NOVAK._replace(staff="left")) == frozenset()
