"""The words a kernel tells facts with, each at a fixed place, and the kinds of facts it knows."""

import numpy as np

from alongside.twin.engine.codes import code, number

WORDS = (
    "acknowledged", "enroute", "on_scene", "with_person", "transporting", "at_place", "cleared", "cancelled", "reassigned", "not_needed",
    "contact_on_scene", "handed_over", "follow_up_taken", "warm_transfer", "last_unit_cleared", "shift_end", "resolved", "not_reached",
    "spoke", "no_answer", "voluntary", "full", "outcome_known", "unassigned", "declined", "not_found", "taken_over", "not_behavioural",
    "system", "home", "resolved_on_scene", "referred", "transported_voluntary", "arrested", "declined_service", "resolved_by_phone",
    "too_far", "all_busy", "incomplete", "none_on_duty", "no", "before_departure",
)  # fmt: skip
(W_ACKNOWLEDGED, W_ENROUTE, W_ON_SCENE, W_WITH_PERSON, W_TRANSPORTING, W_AT_PLACE, W_CLEARED, W_CANCELLED, W_REASSIGNED, W_NOT_NEEDED,
 W_CONTACT, W_HANDED, W_TAKEN, W_WARM, W_LAST, W_SHIFT_END, W_RESOLVED, W_NOT_REACHED, W_SPOKE, W_NO_ANSWER, W_VOLUNTARY, W_FULL,
 W_OUTCOME_KNOWN, W_UNASSIGNED, W_DECLINED, W_NOT_FOUND, W_TAKEN_OVER, W_NOT_BEHAVIOURAL, W_SYSTEM, W_HOME, W_RESOLVED_THERE, W_REFERRED,
 W_TRANSPORTED, W_ARRESTED, W_DECLINED_SERVICE, W_BY_PHONE, W_TOO_FAR, W_ALL_BUSY, W_INCOMPLETE, W_NONE, W_NO,
 W_BEFORE) = range(42)  # fmt: skip

FACTS = (
    "CrewSignedOn", "CrewSignedOff", "UnitOutOfService", "CallTaken", "EpisodeOpened", "Recommended", "NeedUnmet", "UnitAssigned",
    "WeaponQuestionPlanned", "WeaponQuestionDue", "WeaponQuestionDropped", "StatusReported", "ResponsibilityTaken", "LeadsNamed",
    "DispositionRecorded", "FollowUpDue", "SignGiven", "EpisodeEnded", "IncidentClosed", "FollowUpTaken", "FollowUpAttempted",
    "FollowUpKept", "FollowUpClosed", "FollowUpOverdue", "ResponsibleSilent", "NeedWaiting", "PageUnanswered", "ClockMoved",
    "PlaceReserved", "AgreedToReceive", "DeclinedToReceive", "TransportLeft", "TransportArrived", "DropOffLate", "HandedOver",
    "ReservationExtended", "ReservationLapsed", "PersonReleased", "TransferOffered", "TransferAccepted", "CapacitySet", "RedFlagReported",
    "LevelSet",
)  # fmt: skip
(F_SIGNED_ON, F_SIGNED_OFF, F_OUT, F_CALL, F_OPENED, F_RECOMMENDED, F_UNMET, F_ASSIGNED, F_WEAPON_PLANNED, F_WEAPON_DUE, F_WEAPON_DROPPED,
 F_STATUS, F_TAKEN, F_LEADS, F_OUTCOME, F_PROMISED, F_SIGN, F_ENDED, F_CLOSED, F_TAKEN_ON, F_TRIED, F_KEPT, F_GIVEN_UP, F_OVERDUE, F_SILENT,
 F_WAITING, F_PAGE, F_CLOCK, F_RESERVED, F_AGREED, F_DECLINED, F_LEFT, F_ARRIVED, F_DOOR_LATE, F_HANDED, F_EXTENDED, F_LAPSED, F_RELEASED,
 F_OFFERED, F_ACCEPTED, F_CAPACITY, F_RED_FLAG, F_LEVEL) = range(43)  # fmt: skip


def list_words() -> np.ndarray:
    """Their codes."""
    return np.array([code(word) for word in WORDS], dtype=np.int64)


def list_facts() -> np.ndarray:
    """The numbers of these kinds of facts."""
    return np.array([number(kind) for kind in FACTS], dtype=np.int64)
