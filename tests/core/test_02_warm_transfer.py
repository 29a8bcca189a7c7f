"""988 ↔ 911: offered, accepted, declined, returned, dropped and called back; the offering side keeps the person until then."""

import pytest

from alongside.core.codes import OfferStatus, PartyKind
from alongside.core.party import Party
from alongside.core.promise import requests as p
from tests.core.story import WHO, Story, desk, kinds
from tests.core.town import MINUTE

LINE = Party(PartyKind.PARTNER, "line-988")


@pytest.fixture
def story() -> Story:
    """A call whose caller gave a number."""
    told = Story().staff()
    told.call("i1", callback_known=True)
    return told


def test_location_and_call_back_number_come_before_the_transfer() -> None:
    story = Story().staff()
    story.call("i1")
    assert story.refused(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE) == "transfer_needs_call_back"
    story.call("i2", callback_known=True, spot=None)
    assert story.refused(p.OfferTransfer, "desk-calls", episode="i2-p1", to=LINE) == "transfer_needs_location"


def test_agreeing_moves_nothing_and_taking_over_moves_responsibility(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    story.when(p.AcceptTransfer, "desk-calls", episode="i1-p1", by_phone=True, words=WHO)
    assert story.responsible("i1-p1") == desk("desk-calls")
    assert kinds(story.when(p.TakeOver, "desk-calls", episode="i1-p1")) == ["ResponsibilityTaken"]
    assert story.responsible("i1-p1") == LINE


def test_an_acceptance_by_phone_counts_once_it_was_read_back(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    story.when(p.AcceptTransfer, "desk-calls", episode="i1-p1", by_phone=True, read_back=False)
    assert story.refused(p.TakeOver, "desk-calls", episode="i1-p1") == "transfer_unconfirmed"


def test_nobody_takes_over_what_was_not_accepted(story: Story) -> None:
    assert story.refused(p.TakeOver, "desk-calls", episode="i1-p1") == "transfer_not_accepted"
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    assert story.refused(p.TakeOver, "desk-calls", episode="i1-p1") == "transfer_not_accepted"


def test_a_declined_offer_leaves_the_person_where_they_were(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    story.when(p.DeclineTransfer, "desk-calls", episode="i1-p1", reason="no_counsellor_free")
    assert story.responsible("i1-p1") == desk("desk-calls")


def test_a_lost_line_is_called_back_and_rises_when_it_is_not(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    story.when(p.DropTransfer, "desk-calls", episode="i1-p1")
    assert "TransferUnanswered" in kinds(story.wait(MINUTE))
    story.when(p.CallBack, "desk-calls", episode="i1-p1", reached=True)
    assert story.board.episodes.reach("i1-p1").offer.status is OfferStatus.OFFERED


def test_a_caller_who_refuses_the_clinician_comes_back_to_911(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    story.when(p.AcceptTransfer, "desk-calls", episode="i1-p1", words=WHO)
    story.when(p.TakeOver, "desk-calls", episode="i1-p1")
    story.when(p.ReturnTransfer, "desk-calls", episode="i1-p1", to=desk("desk-calls"), reason="caller_refused")
    assert story.responsible("i1-p1") == desk("desk-calls")


def test_an_offer_nobody_answers_rises(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=LINE)
    assert "TransferUnanswered" in kinds(story.wait(2 * MINUTE))


def test_another_crew_cannot_speak_for_the_receiver(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=Party(PartyKind.CREW, "M12"))
    assert story.refused(p.AcceptTransfer, "P31", episode="i1-p1") == "not_yours"
