"""Trying to reach the person again: what was promised is kept, tried again by its rule, or given up with a reason."""

from alongside.core.asking import Asking
from alongside.core.codes import AttemptOutcome, EndReason, FollowUpStatus, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.follow_up import facts as f
from alongside.core.follow_up import requests as r
from alongside.core.life import FOLLOW_UP, must_follow
from alongside.core.promise.decide import sign
from alongside.core.promise.ending import end, is_signed, list_open
from alongside.core.referral.finding import list_open_referrals
from alongside.core.refused import Refused
from alongside.core.state import Episode, FollowUp

REACHED = frozenset({AttemptOutcome.SEEN, AttemptOutcome.SPOKE})
STOPS = frozenset({AttemptOutcome.DECLINED, AttemptOutcome.RETURNED_TO_CRISIS})
AGAIN_MS = 86_400_000
OVERDUE_AGAIN_MS = 14_400_000


def attempt_follow_up(asking: Asking, request: r.AttemptFollowUp) -> tuple[Fact, ...]:
    """A try; reaching the person keeps the promise, and the last one kept ends the episode."""
    promise = asking.follow_up(request.follow_up)
    episode = asking.open_episode(promise.episode)
    then = FollowUpStatus.KEPT if request.outcome in REACHED else FollowUpStatus.CLOSED
    must_follow(FOLLOW_UP, promise.status, then, "follow_up")
    if episode.permission_at is not None and "contact" not in episode.consents:
        raise Refused("contact_not_permitted", episode=episode.id)
    if request.outcome is AttemptOutcome.LEFT_MESSAGE and "voicemail" not in episode.consents:
        raise Refused("voicemail_not_permitted", episode=episode.id)
    again = None if request.outcome in REACHED | STOPS else request.next_at or asking.at + _again_ms(asking, promise)
    named = (promise.id, episode.id, episode.incident)
    stream = episode_stream(episode.id)
    tried = f.FollowUpAttempted(stream, asking.at, *named, request.outcome, again)
    if request.outcome in REACHED:
        kept = f.FollowUpKept(stream, asking.at, *named, request.outcome)
        reason = EndReason.SEEN if request.outcome is AttemptOutcome.SEEN else EndReason.RESOLVED
        return (tried, kept, *_last(asking, episode, promise, reason))
    if request.outcome in STOPS:
        closed = f.FollowUpClosed(stream, asking.at, *named, request.outcome.value)
        return (tried, closed, *sign(asking, episode))
    return (tried, *sign(asking, episode))


def _again_ms(asking: Asking, promise: FollowUp) -> int:
    """How long until the next try, by the rule that made the promise."""
    return next((rule.again_ms for rule in asking.rules.program.follow_ups if rule.id == promise.rule), AGAIN_MS)


def _last(asking: Asking, episode: Episode, promise: FollowUp, reason: EndReason) -> tuple[Fact, ...]:
    """The end, if no other promise to this person is open; else the person is still followed."""
    others = [one for one in list_open(asking, episode) if one.id != promise.id]
    at_facility = episode.responsible is not None and episode.responsible.kind is PartyKind.FACILITY
    if at_facility or others or list_open_referrals(asking, episode):
        return sign(asking, episode)
    return end(asking, episode, reason, settled=promise.id)


def close_follow_up(asking: Asking, request: r.CloseFollowUp) -> tuple[Fact, ...]:
    """Given up with a reason; the person's episode stays open until somebody ends it by the life table."""
    promise = asking.follow_up(request.follow_up)
    episode = asking.episode(promise.episode)
    must_follow(FOLLOW_UP, promise.status, FollowUpStatus.CLOSED, "follow_up")
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    if not is_signed(asking, request.signed_by):
        raise Refused("end_needs_supervisor", reason=request.reason)
    return (f.FollowUpClosed(episode_stream(episode.id), asking.at, promise.id, episode.id, episode.incident, request.reason),)


def follow_up_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """The time has passed: it rises to the supervisor, and again."""
    promise = asking.follow_up(subject)
    episode = asking.episode(promise.episode)
    again = asking.now + OVERDUE_AGAIN_MS
    stream = episode_stream(episode.id)
    return (f.FollowUpOverdue(stream, asking.now, subject, episode.id, episode.incident, promise.due_at, again),)
