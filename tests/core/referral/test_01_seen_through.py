"""A referral is seen through: asked without a name, agreed by one, closed only once the person was seen, owned at every moment."""

from collections.abc import Callable
from typing import Any

import pytest

from alongside.core.codes import EndReason, ReferralStatus
from alongside.core.consent import requests as c
from alongside.core.follow_up import requests as u
from alongside.core.party import Actor
from alongside.core.person import requests as p
from alongside.core.promise import requests as q
from alongside.core.referral import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Shown
from alongside.library.sharing.load import load_sharing
from tests.core.referral.town import CANYON, DAY, HARBOR, HOUR, KIM, LEE, begin, consent, send, words
from tests.core.story import WHO, Story, desk, kinds

SHARING = load_sharing().rules
ONE, TWO = "r1.1", "r1.2"
Told = tuple[str, ...]


@pytest.fixture
def story() -> Story:
    told = begin()
    send(told)
    return told


def reads(story: Story, who: Actor, field: str = "name") -> bool:
    said = Circumstances(SHARING, story.board, who, "referral", story.now).may_read("person", "w1", field, f"v-{field}")
    return isinstance(said, Shown)


def status(story: Story) -> ReferralStatus:
    return story.board.referrals.reach("r1").status


def owner(story: Story) -> object:
    return story.board.referrals.reach("r1").owner


def test_01_several_are_asked_and_none_learns_who_until_one_agrees(story: Story) -> None:
    assert [reads(story, who) for who in (HARBOR, CANYON)] == [False, False]
    agreed = story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    assert kinds(agreed) == ["ReferralAgreed", "ReferralAskWithdrawn"]
    assert [reads(story, who) for who in (HARBOR, CANYON)] == [True, False]
    assert reads(story, HARBOR, "phone")
    assert story.refused(r.AgreeToReferral, "", by=CANYON, ask=TWO) == "referral_over"
    assert story.responsible("i1-p1") == desk("desk-follow-up")  # a referral moves nobody


def test_02_closed_means_seen_and_the_sender_does_not_say_so(story: Story) -> None:
    assert story.refused(r.ConfirmSeen, "", by=HARBOR, ask=ONE) == "referral_not_agreed"
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    story.when(r.ScheduleReferral, "", by=HARBOR, ask=ONE, scheduled_for=story.now + 2 * DAY)
    told = {"ask": ONE, "by_phone": True, "read_back": True, "words": WHO}
    assert story.refused(r.ConfirmSeen, "", by=LEE, **told) == "referral_own_word"
    assert story.refused(r.ConfirmSeen, "", by=KIM, **told | {"read_back": False}) == "referral_not_read_back"
    assert kinds(story.when(r.ConfirmSeen, "", by=KIM, **told)) == ["ReferralSeen"]
    assert status(story) is ReferralStatus.COMPLETED
    assert not reads(story, HARBOR)  # from here on it has its own record
    assert not any(kind == "referral" for kind, _ in story.board.clocks)


def test_03_the_organization_itself_says_that_the_person_was_seen(story: Story) -> None:
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    assert story.refused(r.ConfirmSeen, "", by=CANYON, ask=ONE) == "not_yours"
    story.when(r.ConfirmSeen, "", by=HARBOR, ask=ONE)
    assert status(story) is ReferralStatus.COMPLETED
    assert story.refused(r.ConfirmSeen, "", by=HARBOR, ask=ONE) == "referral_over"


def test_04_silence_rises_to_the_owner_again_and_again(story: Story) -> None:
    raised = [fact for fact in story.wait(3 * DAY + 5 * HOUR) if fact.kind == "ReferralOverdue"]
    assert [fact.owner for fact in raised] == [desk("desk-follow-up")] * 2  # type: ignore[attr-defined]
    assert story.board.referrals.reach("r1").overdue
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    assert not story.board.referrals.reach("r1").overdue
    assert kinds(story.wait(7 * DAY)).count("ReferralOverdue") == 1  # no time was named


def test_05_urgent_is_asked_about_within_hours() -> None:
    story = begin()
    send(story, urgent=True)
    assert "ReferralOverdue" in kinds(story.wait(4 * HOUR))


def test_06_a_no_with_a_reason_leaves_the_others_asked_and_the_last_no_is_the_owners(story: Story) -> None:
    assert story.refused(r.DeclineReferral, "", by=HARBOR, ask=ONE, reason="tuesday") == "not_in_list"
    story.when(r.DeclineReferral, "", by=HARBOR, ask=ONE, reason="full")
    assert status(story) is ReferralStatus.REQUESTED
    story.when(r.DeclineReferral, "", by=CANYON, ask=TWO, reason="not_eligible")
    assert status(story) is ReferralStatus.REJECTED
    assert "ReferralOverdue" in kinds(story.wait(DAY))
    consent(story, "lark", id="c2")
    story.when(r.AskMore, "", by=KIM, referral="r1", partners=("lark",), services=("s-lark",))
    assert status(story) is ReferralStatus.REQUESTED
    assert story.board.asks.reach("r1.3").partner == "lark"


def test_07_a_place_in_line_is_no_yes(story: Story) -> None:
    story.when(r.WaitlistReferral, "", by=HARBOR, ask=ONE, next_at=story.now + 5 * DAY)
    assert not reads(story, HARBOR)
    assert "ReferralOverdue" in kinds(story.wait(3 * DAY))  # the other one still owes an answer
    story.when(r.DeclineReferral, "", by=CANYON, ask=TWO, reason="full")
    assert status(story) is ReferralStatus.ON_HOLD
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    assert reads(story, HARBOR)


def test_08_what_did_not_come_about_is_the_owners_again(story: Story) -> None:
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    story.when(r.ScheduleReferral, "", by=HARBOR, ask=ONE, scheduled_for=story.now + DAY)
    assert "ReferralOverdue" in kinds(story.wait(2 * DAY + HOUR))  # was the person there?
    story.when(r.ReportReferralFailed, "", by=HARBOR, ask=ONE, reason="no_show")
    assert (status(story), reads(story, HARBOR)) == (ReferralStatus.FAILED, False)
    story.when(r.AskMore, "", by=LEE, referral="r1", partners=("canyon",), services=("s-canyon",))
    assert status(story) is ReferralStatus.REQUESTED


def test_09_nobody_is_told_a_name_whom_the_person_did_not_agree_to() -> None:
    story = begin("harbor")
    told = {"by": LEE, "referral": "r1", "episode": "i1-p1", "need": "shelter", "partners": ("canyon",), "services": ("s",)}
    assert story.refused(r.MakeReferral, "", **told) == "referral_needs_consent"
    send(story, "harbor")
    story.when(c.WithdrawConsent, "", by=LEE, person="w1", consent="c1")
    assert story.refused(r.AgreeToReferral, "", by=HARBOR, ask=ONE) == "referral_needs_consent"


def test_10_a_consent_taken_back_after_the_yes_closes_the_name_at_once(story: Story) -> None:
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)
    assert reads(story, HARBOR)
    story.when(c.WithdrawConsent, "", by=LEE, person="w1", consent="c1")
    assert not reads(story, HARBOR)


def test_11_where_contact_is_prohibited_nobody_is_sent_on(story: Story) -> None:
    flag = words("contact_prohibition")
    review = story.now + 100 * DAY
    story.when(p.WriteItems, "", by=LEE, person="w1", source="person", review_at=review, words=flag)
    assert story.refused(r.AgreeToReferral, "", by=HARBOR, ask=ONE) == "contact_prohibited"
    more = {"referral": "r1", "partners": ("canyon",), "services": ("s",)}
    assert story.refused(r.AskMore, "", by=LEE, **more) == "contact_prohibited"
    story.when(r.CancelReferral, "", by=LEE, referral="r1", reason="person_declined")


def test_12_nobody_ends_over_an_open_referral_unless_there_is_nobody_to_send(story: Story) -> None:
    story.when(u.AttemptFollowUp, "", by=LEE, follow_up="f0", outcome="seen")
    assert story.responsible("i1-p1") == desk("desk-follow-up")  # the last promise is kept, and the referral is still open
    assert story.refused(q.EndEpisode, "desk-follow-up", episode="i1-p1", reason=EndReason.RESOLVED) == "referral_open"
    ended = story.when(q.EndEpisode, "desk-follow-up", episode="i1-p1", reason=EndReason.DIED)
    assert kinds(ended) == ["ReferralAskWithdrawn", "ReferralAskWithdrawn", "ReferralCancelled", "EpisodeEnded"]
    assert not any(kind == "referral" for kind, _ in story.board.clocks)


def test_13_it_moves_only_to_a_follow_up_desk_that_takes_it_on(story: Story) -> None:
    assert owner(story) == desk("desk-follow-up")
    assert story.refused(r.TakeReferral, "", by=KIM, referral="r1", position="desk-calls") == "referral_desk"
    assert story.refused(r.TakeReferral, "", by=KIM, referral="r1", position="desk-follow-up") == "referral_own_already"
    assert owner(story) == desk("desk-follow-up")


Make = Callable[[Story], dict[str, Any]]
ANSWERS: tuple[Make, ...] = (
    lambda story: {"kind": r.AgreeToReferral},
    lambda story: {"kind": r.DeclineReferral, "reason": "full"},
    lambda story: {"kind": r.WaitlistReferral},
    lambda story: {"kind": r.ScheduleReferral, "scheduled_for": story.now + DAY},
    lambda story: {"kind": r.ReportReferralFailed, "reason": "no_show"},
)


@pytest.mark.parametrize("made", ANSWERS)
def test_14_one_organization_never_answers_for_another_nor_a_stranger_for_any(
    story: Story, made: Callable[[Story], dict[str, Any]]
) -> None:
    told = made(story)
    kind = told.pop("kind")
    assert story.refused(kind, "", by=CANYON, ask=ONE, **told) == "not_yours"
    assert story.refused(kind, "", by=HARBOR, ask=ONE, by_phone=True, **told) == "not_yours"
    assert story.refused(kind, "", by=LEE, ask=ONE, **told) == "not_yours"  # writes down only what was said by phone
    assert story.refused(kind, "", by=Actor("novak", "officer", seat="P31"), ask=ONE, **told) == "not_allowed"
    assert story.refused(kind, "", by=Actor("x", "clinician", seat="M12"), ask="nothing", by_phone=True, **told) == "not_yours"
