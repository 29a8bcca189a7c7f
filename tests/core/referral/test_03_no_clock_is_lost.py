"""The clock of a referral is never put beyond anybody's sight, and the soonest time of all that wait counts."""

import pytest

from alongside.core.invitation import requests as v
from alongside.core.party import Actor
from alongside.core.referral import requests as r
from alongside.core.referral.finding import LATEST_MS
from alongside.ledger.past import bring_up
from tests.core.referral.town import CANYON, DAY, HARBOR, KIM, LEE, begin, send
from tests.core.story import Story, kinds

ONE, TWO = "r1.1", "r1.2"
GUEST = Actor("invited.v1", "referral_partner", "harbor", purpose="referral", seat="harbor")


@pytest.fixture
def story() -> Story:
    told = begin()
    send(told)
    return told


def due(story: Story) -> int:
    return story.board.referrals.reach("r1").due_at - story.now


def test_01_of_two_places_in_line_the_sooner_is_asked_about_first(story: Story) -> None:
    story.when(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=story.now + 7 * DAY)
    story.when(r.WaitlistReferral, "", by=CANYON, ask=TWO, next_at=story.now + 90 * DAY)
    assert due(story) == 7 * DAY


def test_02_who_never_answered_is_not_forgotten_because_another_named_a_day(story: Story) -> None:
    assert "ReferralOverdue" in kinds(story.wait(4 * DAY))
    story.when(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=story.now + 90 * DAY)
    assert due(story) < 0  # still late: Canyon owes its answer
    assert "ReferralOverdue" in kinds(story.wait(DAY))


def test_03_who_waits_alone_in_line_is_asked_about_at_the_new_day(story: Story) -> None:
    story.when(r.DeclineReferral, "", by=CANYON, ask=TWO, reason="full")
    story.when(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=story.now + 7 * DAY)
    story.when(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=story.now + 30 * DAY)
    assert due(story) == 30 * DAY


def test_04_nobody_names_a_day_that_nobody_will_live_to_see(story: Story) -> None:
    far = story.now + LATEST_MS + 1
    assert story.refused(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=far) == "referral_time_far"
    story.when(v.MakeInvitation, "", by=LEE, invitation="v1", purpose="referral", about=ONE, episode="i1-p1", token_hash="t", pin_hash="p")
    told = {"by": GUEST, "invitation": "v1", "proof": "p"}
    story.when(v.AnswerByInvitation, "", answer="agree", **told)
    assert story.refused(v.AnswerByInvitation, "", answer="schedule", when=far, **told) == "referral_time_far"
    assert "ReferralOverdue" in kinds(story.wait(8 * DAY))


def test_05_another_desk_takes_it_on_itself_or_not_at_all(story: Story) -> None:
    mason = Actor("mason", "case_manager", "clinic", seat="M12")
    assert story.refused(r.TakeReferral, "", by=mason, referral="r1", position="desk-follow-up") == "not_yours"
    assert story.refused(r.TakeReferral, "", by=KIM, referral="r1", position="desk-follow-up") == "referral_own_already"


def test_06_a_place_in_line_that_was_kept_before_is_read_as_it_was_meant() -> None:
    kind, body = bring_up("ReferralWaitlisted", 1, {"due_at": 5})
    assert (kind, body["again_at"]) == ("ReferralWaitlisted", 5)
