"""Taking a follow-up on, trying, keeping it, or letting it rise to a supervisor."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import AttemptOutcome, Basis, ClockKind, EndReason, FollowUpStatus, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.follow_up import facts as f
from alongside.core.follow_up import requests as r
from alongside.core.life import FOLLOW_UP, must_follow
from alongside.core.party import Party
from alongside.core.promise.decide import end, must_speak_for, must_stand, sign, take
from alongside.core.refused import Refused
from alongside.core.state import Episode, FollowUp

REACHED = frozenset({AttemptOutcome.SEEN, AttemptOutcome.SPOKE})
STOPS = frozenset({AttemptOutcome.DECLINED, AttemptOutcome.RETURNED_TO_CRISIS})
AGAIN_MS = 86_400_000
OVERDUE_AGAIN_MS = 14_400_000


def take_follow_up(asking: Asking, request: r.TakeFollowUp) -> tuple[Fact, ...]:
    """The desk takes the promises and, unless a facility has the person, responsibility."""
    episode = asking.open_episode(request.episode)
    desk = Party(PartyKind.POSITION, request.position)
    must_stand(asking, desk)
    must_speak_for(asking, desk)
    due = [one for id in episode.follow_ups if (one := asking.follow_up(id)).status is FollowUpStatus.DUE]
    if not due:
        raise Refused("follow_up_not_due", episode=episode.id)
    stream = episode_stream(episode.id)
    taken = (f.FollowUpTaken(stream, asking.at, one.id, episode.id, episode.incident, desk) for one in due)
    at_facility = episode.responsible is not None and episode.responsible.kind is PartyKind.FACILITY
    return (*taken, *(() if at_facility else take(asking, episode, desk, Basis.FOLLOW_UP_TAKEN)))


def attempt_follow_up(asking: Asking, request: r.AttemptFollowUp) -> tuple[Fact, ...]:
    """A try; reaching the person keeps the promise, and the last one kept ends the episode."""
    promise = asking.follow_up(request.follow_up)
    episode = asking.open_episode(promise.episode)
    then = FollowUpStatus.KEPT if request.outcome in REACHED else FollowUpStatus.CLOSED
    must_follow(FOLLOW_UP, promise.status, then, "follow_up")
    again = None if request.outcome in REACHED | STOPS else request.next_at or asking.at + AGAIN_MS
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


def _last(asking: Asking, episode: Episode, promise: FollowUp, reason: EndReason) -> tuple[Fact, ...]:
    """The end, if no other promise to this person is open; else the person is still followed."""
    settled = (FollowUpStatus.KEPT, FollowUpStatus.CLOSED)
    others = (asking.follow_up(id) for id in episode.follow_ups if id != promise.id)
    at_facility = episode.responsible is not None and episode.responsible.kind is PartyKind.FACILITY
    if at_facility or any(one.status not in settled for one in others):
        return sign(asking, episode)
    return end(asking, episode, reason)


def close_follow_up(asking: Asking, request: r.CloseFollowUp) -> tuple[Fact, ...]:
    """Given up with a reason; the person's episode stays open until somebody ends it by the life table."""
    promise = asking.follow_up(request.follow_up)
    episode = asking.episode(promise.episode)
    must_follow(FOLLOW_UP, promise.status, FollowUpStatus.CLOSED, "follow_up")
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    if asking.by.role != "supervisor" and request.signed_by in ("", asking.by.staff):
        raise Refused("end_needs_supervisor", reason=request.reason)
    return (f.FollowUpClosed(episode_stream(episode.id), asking.at, promise.id, episode.id, episode.incident, request.reason),)


def follow_up_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """The time has passed: it rises to the supervisor, and again."""
    promise = asking.follow_up(subject)
    episode = asking.episode(promise.episode)
    again = asking.now + OVERDUE_AGAIN_MS
    stream = episode_stream(episode.id)
    return (f.FollowUpOverdue(stream, asking.now, subject, episode.id, episode.incident, promise.due_at, again),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.TakeFollowUp: take_follow_up,
    r.AttemptFollowUp: attempt_follow_up,
    r.CloseFollowUp: close_follow_up,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.FOLLOW_UP: follow_up_due}
