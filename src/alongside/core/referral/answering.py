"""What an organization answers: yes, no, not yet, when; and whether the person was seen there, which its sender never says."""

from alongside.core.asking import Asking
from alongside.core.codes import REFERRAL_DECLINED, REFERRAL_FAILED, ReferralStatus
from alongside.core.fact import Fact, episode_stream
from alongside.core.life import REFERRAL, must_follow
from alongside.core.referral import facts as f
from alongside.core.referral import requests as r
from alongside.core.referral.consenting import must_consent
from alongside.core.referral.ending import withdrawn
from alongside.core.referral.finding import awaited_at, date_due, find_ask, is_partner, must_be_ahead, other_way_due, others_open
from alongside.core.referral.state import Ask, Referral
from alongside.core.refused import Refused, must_be_in

SAID = frozenset({"said_by", "said_role", "said_number"})


def agree(asking: Asking, request: r.AgreeToReferral) -> tuple[Fact, ...]:
    """The first yes withdraws every other asking. What was consented to must still stand: now a name goes out."""
    ask = find_ask(asking, request.ask)
    _must_follow(ask, ReferralStatus.ACCEPTED)
    _must_be_said(asking, ask, request, request.read_back)
    must_consent(asking, asking.open_episode(ask.episode), ask.partner)
    due = date_due(asking, _of(asking, ask).urgent)
    told = (asking.by.staff, request.by_phone, due, request.words)
    agreed = f.ReferralAgreed(episode_stream(ask.episode), asking.at, *_named(ask), *told)
    return (agreed, *(withdrawn(asking, one, "other_agreed") for one in others_open(asking, ask)))


def decline(asking: Asking, request: r.DeclineReferral) -> tuple[Fact, ...]:
    """With a coded reason. Who is asked last and declines leaves the owner to find another way."""
    ask = find_ask(asking, request.ask)
    _must_follow(ask, ReferralStatus.REJECTED)
    must_be_in(request.reason, "reason", REFERRAL_DECLINED)
    due = None if others_open(asking, ask) else other_way_due(asking, _of(asking, ask).urgent)
    told = (asking.by.staff, request.reason, due, request.words)
    return (f.ReferralDeclined(episode_stream(ask.episode), asking.at, *_named(ask), *told),)


def waitlist(asking: Asking, request: r.WaitlistReferral) -> tuple[Fact, ...]:
    """A place in line is no yes: nobody else is withdrawn, and nobody learns who it is. The soonest time of all counts."""
    ask = find_ask(asking, request.ask)
    _must_follow(ask, ReferralStatus.ON_HOLD)
    again = request.next_at or asking.at + asking.rules.referral.waitlist_ms
    must_be_ahead(asking, again)
    due = min([again, *(awaited_at(asking, one) for one in others_open(asking, ask))])  # late because of another stays late
    return (f.ReferralWaitlisted(episode_stream(ask.episode), asking.at, *_named(ask), asking.by.staff, due, request.words, again),)


def schedule(asking: Asking, request: r.ScheduleReferral) -> tuple[Fact, ...]:
    """A time for who agreed; whether the person came must be said soon after it."""
    ask = find_ask(asking, request.ask)
    _must_have_agreed(ask)
    _must_follow(ask, ReferralStatus.IN_PROGRESS)
    must_be_ahead(asking, request.scheduled_for)
    due = request.scheduled_for + asking.rules.referral.seen_ms
    told = (asking.by.staff, request.scheduled_for, due, request.words)
    return (f.ReferralScheduled(episode_stream(ask.episode), asking.at, *_named(ask), *told),)


def confirm_seen(asking: Asking, request: r.ConfirmSeen) -> tuple[Fact, ...]:
    """Closed means seen, and whoever sent the person does not say so: the organization does, or a colleague who asked it by phone."""
    ask = find_ask(asking, request.ask)
    _must_have_agreed(ask)
    _must_follow(ask, ReferralStatus.COMPLETED)
    if asking.by.staff == _of(asking, ask).made_by:
        raise Refused("referral_own_word")
    _must_be_said(asking, ask, request, request.read_back)
    told = (asking.by.staff, request.by_phone, request.words)
    return (f.ReferralSeen(episode_stream(ask.episode), asking.at, *_named(ask), *told),)


def fail(asking: Asking, request: r.ReportReferralFailed) -> tuple[Fact, ...]:
    """Nobody came, could not be reached, did not fit after all: it is the owner's again."""
    ask = find_ask(asking, request.ask)
    _must_have_agreed(ask)
    _must_follow(ask, ReferralStatus.FAILED)
    must_be_in(request.reason, "reason", REFERRAL_FAILED)
    due = other_way_due(asking, _of(asking, ask).urgent)
    told = (asking.by.staff, request.reason, due, request.words)
    return (f.ReferralFailed(episode_stream(ask.episode), asking.at, *_named(ask), *told),)


def _must_be_said(asking: Asking, ask: Ask, request: r.AgreeToReferral | r.ConfirmSeen, read_back: bool) -> None:
    """What counts as the organization's word: its own, or by phone with name, role and number, read back (practice.md)."""
    if is_partner(asking.by, ask) and not request.by_phone:
        return
    if not request.by_phone or not read_back or not {one.field for one in request.words} >= SAID:
        raise Refused("referral_not_read_back")


def _must_follow(ask: Ask, then: ReferralStatus) -> None:
    must_follow(REFERRAL, ask.status, then, "referral")


def _must_have_agreed(ask: Ask) -> None:
    if not ask.agreed:
        raise Refused("referral_not_agreed")


def _named(ask: Ask) -> tuple[str, str, str, str, str]:
    return ask.referral, ask.id, ask.episode, ask.incident, ask.partner


def _of(asking: Asking, ask: Ask) -> Referral:
    return asking.board.referrals.reach(ask.referral)
