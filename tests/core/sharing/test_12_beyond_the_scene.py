"""What reaches beyond a scene, rides, restraints, legal holds, links: whose business each is, and whose word about it counts."""

from dataclasses import replace

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level
from alongside.core.dispatch import requests as d
from alongside.core.handoff import requests as h
from alongside.core.holds import requests as l
from alongside.core.intake import requests as i
from alongside.core.invitation import requests as v
from alongside.core.party import Actor
from alongside.core.transport import requests as t
from alongside.library.jurisdictions import load_pack
from tests.core.sharing.asked import knows, may_all, words
from tests.core.story import START, Story, actor
from tests.core.town import HOUR, RULES

AMARA, NOVAK = Actor("amara", "clinician", "clinic", seat="M12"), Actor("novak", "officer", "police", seat="P31")
NURSE, OTHER_NURSE = actor("haven"), actor("general")
GUEST, OTHER_GUEST = Actor("invited.n1", "nurse"), Actor("invited.n2", "nurse")  # by their link alone
SENDER = Actor("relief", "peer")  # who made the link, away from the crew
VERIFIED = replace(load_pack("california").law, verified_by="counsel", verified_until=START + 10_000 * HOUR)


@pytest.fixture
def story() -> Story:
    """M12 is with the person of i1, P31 goes to i2; haven is asked for a chair, by a link that another clinician aboard sent."""
    told = Story(replace(RULES, jurisdiction=VERIFIED)).staff()
    for incident, unit, upto in (("i1", "M12", 4), ("i2", "P31", 2)):
        told.call(incident)
        told.when(i.SetLevel, "desk-calls", incident=incident, level=Level.URGENT, reason="judgement")
        told.when(d.AssignUnit, "desk-dispatch", assignment=f"a-{incident}", incident=incident, unit=unit)
        for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON)[:upto]:
            told.when(d.ReportStatus, unit, assignment=f"a-{incident}", status=status)
    told.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    sent = {"purpose": "reservation", "about": "v1", "episode": "i1-p1", "token_hash": "t", "pin_hash": "p"}
    told.when(v.MakeInvitation, "", by=Actor("relief", "clinician", "town", seat="M12"), invitation="n1", **sent)
    return told


def held(story: Story) -> None:
    """A legal hold, whose papers went on to a hospital that nobody reserved a place at."""
    told = {"hold": "h1", "episode": "i1-p1", "hold_kind": "wic_5150", "criteria": ("danger_to_self",), "started_at": START - HOUR}
    story.when(l.WriteHold, "M12", **told, designated_until=START + 1_000 * HOUR, words=words("hold_facts"))
    story.when(l.MoveHold, "M12", hold="h1", facility="general")


def test_01_a_ride_is_the_business_of_who_drives_the_person_or_has_them(story: Story) -> None:
    story.when(t.AskTransport, "M12", ride="w1", episode="i1-p1", means="crisis_van")
    assert knows(story, "ride", "w1", AMARA, NURSE) == [True, True]
    assert knows(story, "ride", "w1", NOVAK, OTHER_NURSE, SENDER) == [False] * 3
    assert may_all(story, "TakeBackTransport", AMARA, NOVAK, OTHER_NURSE, ride="w1") == [True, False, False]
    assert may_all(story, "TakeBackTransport", NOVAK, ride="gone") == [True]


def test_02_a_restraint_is_told_of_by_those_who_are_there(story: Story) -> None:
    story.when(t.StartRestraint, "M12", restraint="s1", episode="i1-p1", form="soft", position="seated")
    assert knows(story, "restraint", "s1", AMARA, NURSE) == [True, True]
    assert knows(story, "restraint", "s1", NOVAK, OTHER_NURSE, SENDER) == [False] * 3
    for kind in ("MoveRestraint", "EndRestraint"):
        assert may_all(story, kind, AMARA, NOVAK, OTHER_NURSE, restraint="s1") == [True, False, False]
        assert may_all(story, kind, NOVAK, restraint="gone") == [True]


def test_03_a_legal_hold_is_the_business_of_the_crew_and_of_the_place_it_went_to(story: Story) -> None:
    held(story)
    assert knows(story, "hold", "h1", AMARA, NURSE, OTHER_NURSE) == [True] * 3
    assert knows(story, "hold", "h1", NOVAK, SENDER) == [False, False]
    assert knows(story, "hold", "gone", AMARA, NURSE) == [False, False]


def test_04_whoever_holds_the_person_or_the_papers_tells_of_the_hold(story: Story) -> None:
    held(story)
    for kind in ("GiveAdvisement", "ServeHoldNotice", "MoveHold", "EndHold"):
        assert may_all(story, kind, AMARA, OTHER_NURSE, hold="h1") == [True, True]
        assert may_all(story, kind, NOVAK, NURSE, hold="h1") == [False, False]
        assert may_all(story, kind, NOVAK, hold="gone") == [True]
    assert may_all(story, "WriteHold", AMARA, NOVAK, episode="i1-p1") == [True, False]


def test_05_a_link_is_the_business_of_who_sent_it_who_holds_it_and_who_works_with_the_person(story: Story) -> None:
    assert knows(story, "invitation", "n1", GUEST, SENDER, AMARA, NURSE) == [True] * 4
    assert knows(story, "invitation", "n1", OTHER_GUEST, NOVAK, OTHER_NURSE) == [False] * 3
    assert knows(story, "invitation", "gone", GUEST, SENDER, AMARA) == [False] * 3


def test_06_by_a_link_answers_only_who_holds_it_and_takes_it_back_who_sent_it_or_works_with_the_person(story: Story) -> None:
    for kind in ("LookByInvitation", "AnswerByInvitation"):
        assert may_all(story, kind, GUEST, OTHER_GUEST, SENDER, AMARA, invitation="n1") == [True, False, False, False]
        assert may_all(story, kind, GUEST, AMARA, invitation="gone") == [False, False]
    assert may_all(story, "RevokeInvitation", SENDER, AMARA, invitation="n1") == [True, True]
    assert may_all(story, "RevokeInvitation", NOVAK, OTHER_GUEST, invitation="n1") == [False, False]
    assert may_all(story, "RevokeInvitation", NOVAK, invitation="gone") == [True]
