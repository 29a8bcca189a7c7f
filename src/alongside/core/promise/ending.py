"""How an episode ends: by the table of life, signed where it asks for it, with nothing promised or reserved left behind."""

from alongside.core.asking import Asking
from alongside.core.codes import EndReason, FollowUpStatus, Level
from alongside.core.fact import Fact, episode_stream, facility_stream
from alongside.core.follow_up.facts import FollowUpClosed
from alongside.core.handoff.facts import ReservationTakenBack
from alongside.core.life import EPISODE_ENDS
from alongside.core.promise import facts as f
from alongside.core.referral.ending import cancelled
from alongside.core.referral.finding import list_open_referrals
from alongside.core.refused import Refused
from alongside.core.state import Episode, FollowUp

# Reaching the person again has become pointless, or is somebody else's promise now; any other end waits for the follow-up.
MOOT = frozenset({EndReason.DIED, EndReason.TAKEN_OVER, EndReason.DUPLICATE})
MOOT_BECAUSE = {EndReason.DIED: "died", EndReason.TAKEN_OVER: "taken_over", EndReason.DUPLICATE: "duplicate"}
OPEN = frozenset({FollowUpStatus.DUE, FollowUpStatus.TAKEN})


def end(asking: Asking, episode: Episode, reason: EndReason, signed_by: str = "", agency: str = "", settled: str = "") -> tuple[Fact, ...]:
    """The facts that end an episode, signed as the life table asks. ``settled`` is a follow-up this same request settles."""
    if must_wait_for_signature(asking, episode, reason, signed_by):
        raise Refused("end_needs_supervisor", reason=reason.value)
    if "named_agency" in EPISODE_ENDS[reason] and not agency:
        raise Refused("end_needs_agency", reason=reason.value)
    if "linked_incident" in EPISODE_ENDS[reason] and not _is_cared_for_elsewhere(asking, episode):
        raise Refused("end_needs_link", reason=reason.value)
    stream = episode_stream(episode.id)
    ended = f.EpisodeEnded(stream, asking.at, episode.id, episode.incident, reason, asking.by.staff, signed_by, agency)
    settles = (*_promises(asking, episode, reason, settled), *_referrals(asking, episode, reason))
    return (*settles, *_reservation(asking, episode), ended)


def list_open(asking: Asking, episode: Episode) -> list[FollowUp]:
    """Promises to this person that are neither kept nor closed."""
    return [one for id in episode.follow_ups if (one := asking.follow_up(id)).status in OPEN]


def _promises(asking: Asking, episode: Episode, reason: EndReason, settled: str) -> tuple[Fact, ...]:
    unkept = [one for one in list_open(asking, episode) if one.id != settled]
    if unkept and reason not in MOOT:
        raise Refused("follow_up_open", episode=episode.id, open=len(unkept))
    stream = episode_stream(episode.id)
    return tuple(FollowUpClosed(stream, asking.at, one.id, episode.id, episode.incident, reason.value) for one in unkept)


def _referrals(asking: Asking, episode: Episode, reason: EndReason) -> tuple[Fact, ...]:
    """Nobody who was sent on is lost: it is seen through or cancelled first, unless there is nobody to send any more."""
    still = list_open_referrals(asking, episode)
    if still and reason not in MOOT:
        raise Refused("referral_open", episode=episode.id, open=len(still))
    return tuple(fact for one in still for fact in cancelled(asking, one, MOOT_BECAUSE[reason]))


def _reservation(asking: Asking, episode: Episode) -> tuple[Fact, ...]:
    """No bed stays reserved for nobody."""
    if not episode.reservation:
        return ()
    one = asking.reservation(episode.reservation)
    return (ReservationTakenBack(facility_stream(one.facility), asking.at, one.id, one.facility, episode.id, episode.incident),)


def _is_cared_for_elsewhere(asking: Asking, episode: Episode) -> bool:
    """Somebody has the person under a linked incident: a link to what is over is no care."""
    linked = (asking.incident(id) for id in asking.incident(episode.incident).links)
    return any(asking.episode(id).responsible is not None for incident in linked for id in incident.episodes)


def must_wait_for_signature(asking: Asking, episode: Episode, reason: EndReason, signed_by: str) -> bool:
    """Whether the life table asks for a supervisor beside the author, and none has signed."""
    level = asking.incident(episode.incident).level
    needs = EPISODE_ENDS[reason]
    asked = "supervisor" in needs or ("supervisor_at_high_risk" in needs and level is not None and level >= Level.URGENT)
    return asked and not is_signed(asking, signed_by)


def is_signed(asking: Asking, signed_by: str) -> bool:
    """By a supervisor's own request, or by one who sits at a supervisor's desk now and is not the author."""
    if asking.by.role == "supervisor":
        return True
    on_duty = {desk.staff for desk in asking.board.positions if desk.duty == "supervisor" and desk.staff}
    return signed_by in on_duty - {asking.by.staff}
