"""Voice exists: an agreement by phone names who gave it, in which role, under which number, and counts once it was read back."""

import pytest

from alongside.core.codes import Level, PartyKind
from alongside.core.fact import KINDS
from alongside.core.handoff import requests as h
from alongside.core.handoff.facts import AgreedToReceive
from alongside.core.intake import requests as i
from alongside.core.party import Party
from alongside.core.promise import requests as p
from alongside.core.promise.facts import TransferAccepted
from alongside.ledger.body import encode, read_fact
from tests.core.story import WHO, Story

LINE = Party(PartyKind.PARTNER, "line-988")


@pytest.fixture
def story() -> Story:
    """M12 is with the person, and has asked Haven for a chair."""
    told = Story().staff()
    told.call("i1", callback_known=True)
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    return told


def test_a_place_that_agreed_by_phone_is_unconfirmed_at_the_door_until_it_was_read_back(story: Story) -> None:
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True, read_back=False)
    told = {"episode": "i1-p1", "facility": "haven", "service": "chair"}
    assert story.refused(h.HandOver, "M12", **told) == "receiver_missing"
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True, words=WHO)
    story.when(h.HandOver, "M12", **told)
    assert story.responsible("i1-p1") == Party(PartyKind.FACILITY, "haven")


def test_nothing_said_by_phone_is_confirmed_while_nobody_knows_who_said_it(story: Story) -> None:
    agreed = {"reservation": "v1", "by_phone": True}
    assert story.refused(h.AgreeToReceive, "desk-dispatch", **agreed) == "phone_who_missing"
    assert story.refused(h.AgreeToReceive, "desk-dispatch", **agreed, words=WHO[:2]) == "phone_who_missing"
    story.when(h.AgreeToReceive, "desk-dispatch", **agreed, words=WHO)
    assert story.board.reservations.reach("v1").read_back


def test_what_a_desk_writes_down_for_somebody_elsewhere_was_said_by_phone_whatever_was_ticked(story: Story) -> None:
    for asked in ({}, {"words": WHO[:2]}):
        assert story.refused(h.AgreeToReceive, "desk-dispatch", reservation="v1", **asked) == "phone_who_missing"
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", read_back=False)
    assert story.refused(h.HandOver, "M12", episode="i1-p1", facility="haven", service="chair") == "receiver_missing"
    agreed = story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", words=WHO)[0]
    assert isinstance(agreed, AgreedToReceive)
    assert agreed.by_phone
    story.call("i2", callback_known=True)
    story.when(p.OfferTransfer, "desk-calls", episode="i2-p1", to=LINE)
    assert story.refused(p.AcceptTransfer, "desk-calls", episode="i2-p1") == "phone_who_missing"
    story.when(p.AcceptTransfer, "desk-calls", episode="i2-p1", read_back=False)
    assert story.refused(p.TakeOver, "desk-calls", episode="i2-p1") == "transfer_unconfirmed"


def test_the_receivers_own_account_speaks_for_itself(story: Story) -> None:
    agreed = story.when(h.AgreeToReceive, "haven", reservation="v1")[0]
    assert isinstance(agreed, AgreedToReceive)
    assert not agreed.by_phone
    story.call("i2")
    lead = Party(PartyKind.POSITION, "desk-lead")
    story.when(p.OfferTransfer, "desk-calls", episode="i2-p1", to=lead)
    story.when(p.AcceptTransfer, "desk-lead", episode="i2-p1")
    assert not story.board.episodes.reach("i2-p1").offer.by_phone


def test_who_it_was_may_be_written_down_first_and_read_back_later(story: Story) -> None:
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True, read_back=False, words=WHO)
    assert not story.board.reservations.reach("v1").read_back
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True)
    assert story.board.reservations.reach("v1").read_back


def test_a_transfer_agreed_by_phone_is_held_to_the_same(story: Story) -> None:
    story.call("i2", callback_known=True)
    story.when(p.OfferTransfer, "desk-calls", episode="i2-p1", to=LINE)
    assert story.refused(p.AcceptTransfer, "desk-calls", episode="i2-p1", by_phone=True) == "phone_who_missing"
    story.when(p.AcceptTransfer, "desk-calls", episode="i2-p1", by_phone=True, read_back=False, words=WHO[:1])
    assert story.refused(p.TakeOver, "desk-calls", episode="i2-p1") == "transfer_unconfirmed"
    accepted = story.when(p.AcceptTransfer, "desk-calls", episode="i2-p1", by_phone=True, words=WHO[1:])[0]
    assert isinstance(accepted, TransferAccepted)
    assert accepted.words == WHO[1:]
    story.when(p.TakeOver, "desk-calls", episode="i2-p1")
    assert story.responsible("i2-p1") == LINE


def test_an_agreement_of_before_names_were_kept_is_still_read(story: Story) -> None:
    story.call("i2", callback_known=True)
    story.when(p.OfferTransfer, "desk-calls", episode="i2-p1", to=LINE)
    accepted = story.when(p.AcceptTransfer, "desk-calls", episode="i2-p1", read_back=False)[0]
    old = encode(accepted).decode().replace(',"words":[]', "")
    assert "words" not in old
    assert KINDS["TransferAccepted"].kind_version == 2
    assert read_fact("TransferAccepted", 1, old) == accepted
