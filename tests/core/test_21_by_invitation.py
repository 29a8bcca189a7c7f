"""A place without an account answers by a link and a spoken PIN: one purpose, few tries, an end; opening it answers nothing."""

from typing import Any

import pytest

from alongside.core.codes import ReservationStatus
from alongside.core.dispatch import requests as d
from alongside.core.handoff import requests as h
from alongside.core.invitation import requests as r
from alongside.core.invitation.decide import TRIES
from alongside.core.invitation.purposes import PURPOSES
from alongside.core.party import Actor
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.story import WHO, Story, kinds

GUEST = Actor("invited.v1", "nurse", "haven", purpose="treatment", seat="haven")


@pytest.fixture
def story() -> Story:
    """M12 has asked Haven for a chair and sent a link."""
    told = Story().staff()
    told.call("i1")
    told.when(h.ReservePlace, "desk-dispatch", reservation="v", facility="haven", service="chair", episode="i1-p1")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    make(told)
    return told


def make(story: Story, id: str = "v1", seat: str = "M12", **fields: Any) -> tuple[Any, ...]:
    given = {"purpose": "reservation", "about": "v", "episode": "i1-p1", "token_hash": f"t-{id}", "pin_hash": "right"}
    return story.when(r.MakeInvitation, seat, invitation=id, **{**given, **fields})


def guest(id: str = "v1") -> Actor:
    return GUEST._replace(staff=f"invited.{id}")


def look(story: Story, proof: str = "right", id: str = "v1") -> list[str]:
    return kinds(story.when(r.LookByInvitation, "", by=guest(id), invitation=id, proof=proof))


def answer(story: Story, proof: str = "right", id: str = "v1", **fields: Any) -> list[str]:
    told = {"answer": "agree", "words": WHO, **fields}
    return kinds(story.when(r.AnswerByInvitation, "", by=guest(id), invitation=id, proof=proof, **told))


def refused(story: Story, kind: Any, by: Actor, **fields: Any) -> str:
    return story.refused(kind, "", by=by, **fields)


def test_01_looking_answers_nothing_and_the_answer_moves_nothing(story: Story) -> None:
    before = story.responsible("i1-p1")
    assert look(story) == ["InvitationLooked"]
    assert story.board.reservations.reach("v").status is ReservationStatus.RESERVED
    assert answer(story) == ["InvitationAnswered", "AgreedToReceive"]
    one = story.board.reservations.reach("v")
    assert (one.status, one.read_back) == (ReservationStatus.AGREED, True)
    assert story.responsible("i1-p1") == before
    story.when(h.HandOver, "desk-dispatch", episode="i1-p1", facility="haven", service="chair")


def test_02_five_wrong_pins_in_a_row_shut_it_for_good(story: Story) -> None:
    assert TRIES == 5
    for at in range(1, TRIES):
        assert look(story, "wrong") == ["InvitationPinWrong"], at
    assert look(story) == ["InvitationLooked"]  # a PIN that fits: the slips before are forgotten
    assert [answer(story, "wrong") for _ in range(TRIES)][-1] == ["InvitationPinWrong", "InvitationLocked"]
    assert refused(story, r.LookByInvitation, guest(), invitation="v1", proof="right") == "invitation_over"
    assert refused(story, r.AnswerByInvitation, guest(), invitation="v1", proof="right", answer="agree") == "invitation_over"
    assert story.board.reservations.reach("v").status is ReservationStatus.RESERVED
    make(story, "v2")
    assert answer(story, id="v2") == ["InvitationAnswered", "AgreedToReceive"]


def test_03_it_ends_to_the_millisecond_and_when_it_is_taken_back_or_sent_anew(story: Story) -> None:
    assert kinds(make(story, "v2")) == ["InvitationRevoked", "InvitationMade"]
    assert refused(story, r.LookByInvitation, guest(), invitation="v1", proof="right") == "invitation_over"
    story.now += PURPOSES["reservation"].lasts_ms - 1
    assert look(story, id="v2") == ["InvitationLooked"]
    story.now += 1
    assert refused(story, r.LookByInvitation, guest("v2"), invitation="v2", proof="right") == "invitation_over"
    make(story, "v3")
    assert kinds(story.when(r.RevokeInvitation, "desk-dispatch", invitation="v3")) == ["InvitationRevoked"]
    assert refused(story, r.LookByInvitation, guest("v3"), invitation="v3", proof="right") == "invitation_over"
    assert story.refused(r.RevokeInvitation, "desk-dispatch", invitation="v3") == "invitation_over"


def test_04_no_account_answers_by_it_and_one_opens_no_other(story: Story) -> None:
    nurse = Actor("at-haven", "nurse", "town", seat="haven")
    for by in (nurse, guest("v2"), GUEST._replace(staff="at-desk-dispatch", role="dispatcher")):
        assert refused(story, r.LookByInvitation, by, invitation="v1", proof="right") in ("not_yours", "not_allowed"), by
    assert refused(story, r.LookByInvitation, guest("none"), invitation="none", proof="right") == "not_yours"
    assert refused(story, h.SetCapacity, guest(), facility="general", service="bed", free=1) == "not_yours"
    assert refused(story, r.AnswerByInvitation, guest(), invitation="v1", proof="right", answer="seen") == "not_in_list"


def test_05_only_about_what_can_still_be_answered_and_only_by_who_works_with_the_person(story: Story) -> None:
    given = {"invitation": "v9", "token_hash": "t9", "pin_hash": "p", "episode": "i1-p1", "purpose": "reservation", "about": "v"}

    def no(seat: str = "M12", **fields: Any) -> str:
        return story.refused(r.MakeInvitation, seat, **{**given, **fields})

    assert no(purpose="anything") == "not_in_list"
    assert no(about="other") == "reservation_unknown"
    assert no(token_hash="t-v1") == "invitation_exists"
    story.call("i2")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="M12", also=True)
    assert no(episode="i2-p1") == "invitation_elsewhere"
    assert no("C204") == "not_yours"
    story.when(h.TakeBackReservation, "desk-dispatch", reservation="v")
    assert no() == "reservation_over"
    told = {"invitation": "v1", "proof": "right", "answer": "agree"}
    assert refused(story, r.AnswerByInvitation, guest(), **told) in ("life_reservation", "not_yours")


def test_06_a_no_needs_its_reason_and_a_replayed_ledger_knows_the_same(story: Story) -> None:
    assert refused(story, r.AnswerByInvitation, guest(), invitation="v1", proof="right", answer="decline") == "reason_missing"
    assert answer(story, answer="decline", reason="full") == ["InvitationAnswered", "DeclinedToReceive"]
    again = Story(facts=story.facts)
    assert list(again.board.invitations) == list(story.board.invitations)
    assert again.board.invitations_by_token == story.board.invitations_by_token


def test_07_it_reads_what_the_place_may_read_and_nothing_before_it_agreed(story: Story) -> None:
    rules = load_sharing().rules
    for role_field in ("name", "clinical_note"):
        before = Circumstances(rules, story.board, GUEST, "treatment", story.now).may_read("person", "i1-p1", role_field, "w")
        assert isinstance(before, Withheld), role_field
    answer(story)
    after = Circumstances(rules, story.board, GUEST, "treatment", story.now)
    assert not isinstance(after.may_read("person", "i1-p1", "name", "w"), Withheld)
    assert isinstance(after.may_read("person", "i1-p1", "psychotherapy_note", "w"), Withheld)
