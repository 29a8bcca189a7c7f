"""The closed vocabularies of the core. Every word that is not one of these lives in the vault."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Urgency only (practice.md); police, EMS, specialists are separate requirements. ``None`` where not yet assessed."""

    NOT_BEHAVIOURAL = 0
    ROUTINE = 1
    MODERATE = 2
    URGENT = 3
    EMERGENT = 4


class Origin(StrEnum):
    """Who asked for help, or how the need was found."""

    CALL_911 = "call_911"
    CALL_988 = "call_988"
    OFFICER = "officer"
    DISPATCHER = "dispatcher"
    SELF_STAGED = "self_staged"
    COMMUNITY = "community"  # community, family or provider asking directly
    WALK_IN = "walk_in"
    FACILITY = "facility"
    DATA_REVIEW = "data_review"


class IncidentStatus(StrEnum):
    """Where a need stands."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


LIVE = (IncidentStatus.OPEN, IncidentStatus.SCHEDULED)  # a need that is not over: open, or kept for later


class AssignmentStatus(StrEnum):
    """Where one unit stands on one incident; the unit itself has no status of this kind."""

    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    ENROUTE = "enroute"
    STAGED = "staged"
    ON_SCENE = "on_scene"
    WITH_PERSON = "with_person"
    TRANSPORTING = "transporting"
    AT_PLACE = "at_place"
    CLEARED = "cleared"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"  # undone by the dispatcher before anybody acted on it
    DECLINED = "declined"


# An assignment that is over; the board looks here, not into the tables of life, so that old facts always read the same.
OVER = frozenset({AssignmentStatus.CLEARED, AssignmentStatus.CANCELLED, AssignmentStatus.WITHDRAWN, AssignmentStatus.DECLINED})


class UnitService(StrEnum):
    """Whether a unit may be sent at all."""

    OFF_DUTY = "off_duty"
    IN_SERVICE = "in_service"
    OUT_OF_SERVICE = "out_of_service"


class PartyKind(StrEnum):
    """What can be responsible for a person."""

    POSITION = "position"  # a staffed desk: call-taker, dispatcher, follow-up desk
    CREW = "crew"
    FACILITY = "facility"
    PARTNER = "partner"  # another organisation's desk, e.g. the 988 centre


class OfferStatus(StrEnum):
    """A transfer of care that has been offered; accepting it still moves nothing."""

    NONE = "none"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DROPPED = "dropped"  # the line was lost; the offering side calls back


class Basis(StrEnum):
    """Why responsibility moved: always because the receiver took over."""

    FIRST_RING = "first_ring"
    WARM_TRANSFER = "warm_transfer"
    CONTACT_ON_SCENE = "contact_on_scene"
    HANDED_OVER = "handed_over"
    FOLLOW_UP_TAKEN = "follow_up_taken"
    RETURNED = "returned"
    REOPENED = "reopened"


class EndReason(StrEnum):
    """How an episode may end (practice.md: ends, words, counts)."""

    SEEN = "seen"  # the follow-up reached the person and nothing more is due
    RESOLVED = "resolved"  # resolved in place or by phone, no follow-up due by policy
    NOT_BEHAVIOURAL = "not_behavioural"
    DECLINED = "declined"  # declined, capacity and safety considered
    NOT_FOUND = "not_found"  # not found after attempts
    NOT_REACHED = "not_reached"  # follow-up attempts exhausted, reviewed by a supervisor
    DIED = "died"
    TAKEN_OVER = "taken_over"  # taken over by another agency, named
    DUPLICATE = "duplicate"  # the same person is already cared for under a linked incident
    CANCELLED = "cancelled"


class Disposition(StrEnum):
    """What came of the meeting, per person."""

    RESOLVED_BY_PHONE = "resolved_by_phone"
    RESOLVED_ON_SCENE = "resolved_on_scene"
    REFERRED = "referred"
    TRANSPORTED_VOLUNTARY = "transported_voluntary"
    TRANSPORTED_HOLD = "transported_hold"
    TRANSPORTED_EMS = "transported_ems"
    TRANSPORTED_VAN = "transported_van"
    DECLINED_SERVICE = "declined_service"
    NOT_FOUND = "not_found"
    ARRESTED = "arrested"
    CITED = "cited"
    DIED = "died"
    NOT_BEHAVIOURAL = "not_behavioural"


# The person goes somewhere with whoever is responsible: nobody leaves before another has taken over.
TRANSPORTED = frozenset(
    {Disposition.TRANSPORTED_VOLUNTARY, Disposition.TRANSPORTED_HOLD, Disposition.TRANSPORTED_EMS, Disposition.TRANSPORTED_VAN}
)


class ReservationStatus(StrEnum):
    """A place asked for at a facility."""

    RESERVED = "reserved"
    AGREED = "agreed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    TAKEN_BACK = "taken_back"
    HANDED_OVER = "handed_over"


class FollowUpStatus(StrEnum):
    """A promise to reach the person again."""

    DUE = "due"
    TAKEN = "taken"
    KEPT = "kept"
    CLOSED = "closed"


class AttemptOutcome(StrEnum):
    """What one follow-up attempt brought."""

    SEEN = "seen"
    SPOKE = "spoke"
    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"  # on voicemail, where the person allowed that
    DECLINED = "declined"
    WRONG_CONTACT = "wrong_contact"
    RETURNED_TO_CRISIS = "returned_to_crisis"


class ReferralStatus(StrEnum):
    """Where a referral, or what one organization was asked, stands: FHIR Task (SDOH Clinical Care), without draft."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ON_HOLD = "on_hold"  # waitlisted
    IN_PROGRESS = "in_progress"  # a time is named
    COMPLETED = "completed"  # seen there
    FAILED = "failed"
    CANCELLED = "cancelled"


# Nothing more is expected of an organization; the board looks here, not into the tables of life.
REFERRAL_OVER = frozenset({ReferralStatus.REJECTED, ReferralStatus.COMPLETED, ReferralStatus.FAILED, ReferralStatus.CANCELLED})


class PoliceRole(StrEnum):
    """Police on a call (practice.md)."""

    NONE = "none"
    STAGED = "staged_unseen"
    PRESENT = "present"
    LEAD = "lead"
    RELEASED = "released"


class ClockKind(StrEnum):
    """The stored timers."""

    PAGE = "page"  # an assignment nobody acknowledged
    SILENCE = "silence"  # the responsible party is silent
    OFFER = "offer"  # a transfer nobody answered
    RESERVATION = "reservation"  # a place reserved until
    FOLLOW_UP = "follow_up"
    HELP = "help"  # a crew asked for help and nobody answered
    SCHEDULE = "schedule"  # an incident reserved for later comes due
    REPORT = "report"  # a mandated report that is owed
    UNASSIGNED = "unassigned"  # an assessed need that has waited past its level's limit
    RELEASE = "release"  # somebody asked for records
    PRESERVATION = "preservation"  # whether what is kept is still needed
    CONSENT = "consent"  # a consent that ends on a day
    WEAPON = "weapon"  # nobody knows about a weapon, and a crew will soon be there
    AMENDMENT = "amendment"  # somebody asked to have their record put right
    GLASS_ENDS = "glass_ends"  # the hour of an emergency access
    DROP_OFF = "drop_off"  # a crew at a door, longer than the place's own target
    HOLD = "hold"  # a legal hold whose latest time comes near, or has come
    GLASS_REVIEW = "glass_review"  # an emergency access nobody has reviewed
    CASE_OFFER = "case_offer"  # a case somebody was asked to take over
    CASE_CONTACT = "case_contact"  # the next contact a kind of case asks for
    CASE_TASK = "case_task"
    ENROLLMENT = "enrollment"  # an enrollment in the registry that runs out
    THREAT_REVIEW = "threat_review"  # when a threat file is looked at again
    THREAT_TASK = "threat_task"
    THREAT_OFFER = "threat_offer"  # somebody was asked to answer for a threat file
    REFERRAL = "referral"  # by when something must have happened next to who was sent on


class Channel(StrEnum):
    """How an agreement was given; by phone it needs read-back before it counts as confirmed."""

    SCREEN = "screen"
    PHONE = "phone"
    RADIO = "radio"


# States of a weapon fact that say something: what nobody knows, or nobody asked, is not among them.
WEAPON_KNOWN = frozenset({"seen", "reported", "secured", "denied"})

# Medical red flags: asked at intake, on scene and before departure; a yes means EMS evaluates first (practice.md).
RED_FLAGS = (
    "consciousness", "breathing", "ingestion", "head_injury", "withdrawal", "fever_confusion", "naloxone_given", "restraint_used",
)  # fmt: skip


# Who interprets, how and for what; family or children only in imminent danger (practice.md).
INTERPRETS = frozenset({"professional", "staff", "family", "child"})
MODALITIES = frozenset({"in_person", "video", "phone", "written"})
PURPOSES = frozenset({"triage", "on_scene", "advisement", "consent"})
GUARDIAN = frozenset({"reached", "no_answer", "no_number", "not_safe_to_call"})
# Who has the children or other dependants of a person who goes along.
DEPENDANTS = frozenset({"nobody_there", "other_parent", "family", "neighbor", "crew", "child_services", "unknown"})
# About whom a report to protective services is owed by law (each county says by whom and within what time).
REPORT_ABOUT = frozenset({"child", "older_adult", "dependent_adult"})
# Why a report that was noted as owed is owed no more; what was filed is never withdrawn here.
REPORT_WITHDRAWN = frozenset({"not_reportable", "owed_already", "other_person", "entered_wrong"})
# What is tried where nobody answers at a welfare check.
NO_ANSWER = frozenset({"neighbors", "call_back", "return"})


# Why a service does not take somebody on, why what it took on did not come about, why nobody is sent on any more.
REFERRAL_DECLINED = frozenset({"full", "not_eligible", "too_far", "no_such_service", "language", "needs_assessment", "closed", "other"})
REFERRAL_FAILED = frozenset({"no_show", "not_reached", "person_declined", "not_eligible", "closed", "other"})
REFERRAL_CANCELLED = frozenset({"person_declined", "need_met", "moved_away", "wrong_person", "made_by_mistake", "another_way"})

# What is said at the door beside the person (practice.md); what is not ticked nobody said.
HANDED = frozenset(
    {
        "belongings", "medication", "dependants", "pets", "ingestion", "searched", "not_searched", "restraint_handcuffs", "hold_mentioned",
        "family_told", "legal_papers",
    }
)  # fmt: skip

# What a place offers, by kind; the id of a service is the area's own.
SERVICE_KINDS = frozenset({"chair_23h", "crisis_bed", "sobering", "detox", "inpatient", "emergency", "respite", "shelter", "living_room"})

# What a disposition may be told with beside its code; the measures count these (measures.md), so the list is closed.
DETAILS = frozenset(
    {
        "voluntary", "police_present", "force_used", "conducted_energy", "restraint_handcuffs", "restraint_soft", "restraint_hands",
        "restraint_prone", "injury_person", "injury_staff", "arrest", "charges", "charges_dropped", "resolved_in_community",
        "community_service", "safety_plan", "means_safety", "naloxone_given", "interpreter_used", "guardian_reached", "swat_called",
    }
)  # fmt: skip
