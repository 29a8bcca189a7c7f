"""What may follow what. Every rule about state is a row here, never an ``if``; the browser reads the same tables (``./dev tables``)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from alongside.core.codes import (
    AssignmentStatus as A,
)
from alongside.core.codes import (
    EndReason,
    FollowUpStatus,
    OfferStatus,
    ReferralStatus,
    ReservationStatus,
    UnitService,
)
from alongside.core.codes import (
    IncidentStatus as I,
)
from alongside.core.refused import Refused

S = TypeVar("S", bound=StrEnum)
Table = Mapping[S, frozenset[S]]

INCIDENT: Table[I] = {
    I.SCHEDULED: frozenset({I.OPEN, I.SCHEDULED, I.CANCELLED}),  # kept for another time is planned again
    I.OPEN: frozenset({I.CLOSED, I.SCHEDULED, I.CANCELLED}),
    I.CLOSED: frozenset({I.OPEN}),
    I.CANCELLED: frozenset({I.OPEN}),
}

ASSIGNMENT: Table[A] = {
    A.ASSIGNED: frozenset({A.ACKNOWLEDGED, A.ENROUTE, A.DECLINED, A.CANCELLED, A.WITHDRAWN}),
    A.ACKNOWLEDGED: frozenset({A.ENROUTE, A.ON_SCENE, A.WITH_PERSON, A.CLEARED, A.CANCELLED}),
    A.ENROUTE: frozenset({A.STAGED, A.ON_SCENE, A.CLEARED, A.CANCELLED}),
    A.STAGED: frozenset({A.ENROUTE, A.ON_SCENE, A.CLEARED, A.CANCELLED}),
    A.ON_SCENE: frozenset({A.WITH_PERSON, A.STAGED, A.CLEARED, A.CANCELLED}),
    A.WITH_PERSON: frozenset({A.TRANSPORTING, A.CLEARED, A.CANCELLED}),
    A.TRANSPORTING: frozenset({A.AT_PLACE, A.WITH_PERSON, A.CLEARED, A.CANCELLED}),
    A.AT_PLACE: frozenset({A.CLEARED, A.TRANSPORTING}),
    A.CLEARED: frozenset(),
    A.CANCELLED: frozenset(),
    A.WITHDRAWN: frozenset(),
    A.DECLINED: frozenset(),
}
ASSIGNMENT_ENDS = frozenset(status for status, after in ASSIGNMENT.items() if not after)
# A clinician on the phone or on video is never "on scene": contact follows acknowledgement.
REMOTE_ONLY = frozenset({(A.ACKNOWLEDGED, A.WITH_PERSON)})
# What the crew itself reports; assigning, withdrawing and cancelling belong to the desk.
REPORTED_BY_CREW = frozenset(
    {A.ACKNOWLEDGED, A.ENROUTE, A.STAGED, A.ON_SCENE, A.WITH_PERSON, A.TRANSPORTING, A.AT_PLACE, A.CLEARED, A.DECLINED}
)

UNIT: Table[UnitService] = {
    UnitService.OFF_DUTY: frozenset({UnitService.IN_SERVICE}),
    UnitService.IN_SERVICE: frozenset({UnitService.OUT_OF_SERVICE, UnitService.OFF_DUTY}),
    UnitService.OUT_OF_SERVICE: frozenset({UnitService.IN_SERVICE, UnitService.OFF_DUTY}),
}

# A transfer of care: agreeing moves nothing; only taking over (from OFFERED by the receiver itself, or ACCEPTED) does.
OFFER: Table[OfferStatus] = {
    OfferStatus.NONE: frozenset({OfferStatus.OFFERED}),
    OfferStatus.OFFERED: frozenset({OfferStatus.ACCEPTED, OfferStatus.DROPPED, OfferStatus.NONE}),
    # Agreed by phone without read-back is unconfirmed: agreeing again confirms it.
    OfferStatus.ACCEPTED: frozenset({OfferStatus.ACCEPTED, OfferStatus.DROPPED, OfferStatus.NONE}),
    OfferStatus.DROPPED: frozenset({OfferStatus.OFFERED, OfferStatus.ACCEPTED, OfferStatus.NONE}),
}

R = ReservationStatus
RESERVATION: Table[ReservationStatus] = {
    R.RESERVED: frozenset({R.AGREED, R.DECLINED, R.LAPSED, R.TAKEN_BACK, R.HANDED_OVER}),
    R.AGREED: frozenset({R.AGREED, R.HANDED_OVER, R.LAPSED, R.TAKEN_BACK, R.DECLINED}),
    R.DECLINED: frozenset(),
    R.LAPSED: frozenset(),
    R.TAKEN_BACK: frozenset(),
    R.HANDED_OVER: frozenset(),
}

FOLLOW_UP: Table[FollowUpStatus] = {
    FollowUpStatus.DUE: frozenset({FollowUpStatus.TAKEN, FollowUpStatus.CLOSED}),
    FollowUpStatus.TAKEN: frozenset({FollowUpStatus.KEPT, FollowUpStatus.CLOSED}),
    FollowUpStatus.KEPT: frozenset(),
    FollowUpStatus.CLOSED: frozenset(),
}

# What one organization was asked. The first yes withdraws the others; only who agreed can name a time, fail or have seen the person.
T = ReferralStatus
REFERRAL: Table[ReferralStatus] = {
    T.REQUESTED: frozenset({T.ACCEPTED, T.REJECTED, T.ON_HOLD, T.CANCELLED}),
    T.ON_HOLD: frozenset({T.ACCEPTED, T.REJECTED, T.ON_HOLD, T.IN_PROGRESS, T.COMPLETED, T.FAILED, T.CANCELLED}),
    T.ACCEPTED: frozenset({T.IN_PROGRESS, T.ON_HOLD, T.COMPLETED, T.FAILED, T.CANCELLED}),
    T.IN_PROGRESS: frozenset({T.IN_PROGRESS, T.ON_HOLD, T.COMPLETED, T.FAILED, T.CANCELLED}),
    T.REJECTED: frozenset(),
    T.COMPLETED: frozenset(),
    T.FAILED: frozenset(),
    T.CANCELLED: frozenset(),
}

# How an episode may end, and who must sign it beside its author.
EPISODE_ENDS: Mapping[EndReason, frozenset[str]] = {
    EndReason.SEEN: frozenset(),
    EndReason.RESOLVED: frozenset(),
    EndReason.NOT_BEHAVIOURAL: frozenset(),
    EndReason.DECLINED: frozenset({"supervisor_at_high_risk"}),
    EndReason.NOT_FOUND: frozenset({"supervisor_at_high_risk"}),
    EndReason.NOT_REACHED: frozenset({"supervisor"}),
    EndReason.DIED: frozenset(),
    EndReason.TAKEN_OVER: frozenset({"named_agency"}),
    EndReason.DUPLICATE: frozenset({"linked_incident"}),
    EndReason.CANCELLED: frozenset({"supervisor_at_high_risk"}),
}


def must_follow(table: Table[S], now: S, then: S, what: str) -> None:
    """Refuse with ``life_<what>`` unless the table lets ``then`` follow ``now``."""
    if then not in table[now]:
        raise Refused(f"life_{what}", now=now.value, then=then.value, allowed=",".join(sorted(table[now])))
