"""What the board remembers: plain integers, enums and tuples, each thing with a stable index a compiled engine can use.

Every field has a default, so that a fact about something unknown still applies (``apply`` is total).
"""

from dataclasses import dataclass, field

from alongside.core.codes import (
    AssignmentStatus,
    Basis,
    Disposition,
    EndReason,
    FollowUpStatus,
    IncidentStatus,
    Level,
    OfferStatus,
    Origin,
    PoliceRole,
    ReservationStatus,
    UnitService,
)
from alongside.core.handoff.wish import NO_WISH, Wish
from alongside.core.party import Member, Party, Reference, Requirement
from alongside.core.signing.state import UNSIGNED, Signed
from alongside.core.travel import Mode, Spot


@dataclass(slots=True)
class Incident:
    """A need: a place that may be only the caller's words, several persons, several assignments."""

    index: int = 0
    id: str = ""
    area: str = ""
    number: int = 0
    status: IncidentStatus = IncidentStatus.OPEN
    origin: Origin = Origin.CALL_911
    level: Level | None = None
    level_rule: str = ""
    protocol: str = ""
    protocol_version: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    requirements: tuple[Requirement, ...] = ()
    hard_stops: tuple[str, ...] = ()
    crews_excluded: tuple[str, ...] = ()  # crew kinds the protocol says may not be sent
    police_as: PoliceRole = PoliceRole.NONE  # in which role the protocol requires police
    crews_advised: tuple[str, ...] = ()  # the protocol's own order of crews; empty means the level's order
    spot: Spot | None = None
    uncertainty_m: int = 0
    beat: str = ""
    language: str = ""
    position: str = ""  # the desk that works it
    callback_known: bool = False
    weapons: tuple[tuple[str, str, str, str, int], ...] = ()  # type, place, state, source, at
    weapon_question_at: int | None = None  # since when somebody should ask again: a crew will soon be there and nobody knows
    medical: tuple[tuple[str, str, int], ...] = ()  # red flag, state, at
    medical_at_departure: tuple[tuple[str, int], ...] = ()  # red flag asked again before somebody was driven away, at
    hazards: tuple[str, ...] = ()
    police: PoliceRole = PoliceRole.NONE
    police_because: tuple[str, str, int] | None = None  # who asked, why, at; of the role that stands now
    clinical_lead: str = ""  # staff there; who decides about care
    safety_lead: str = ""  # staff there; who decides about safety
    no_uniform: bool = False
    interpreters: tuple[tuple[str, str, str, str, int], ...] = ()  # language, modality, who, purpose, at
    dependants: str = ""  # who has the children; "" where nobody has said
    no_answer: tuple[str, int | None] | None = None  # what is tried where nobody answers, and when somebody comes back
    entry: tuple[bool, str] | None = None  # whether a police supervisor had a door forced, and why
    episodes: tuple[str, ...] = ()
    assignments: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()
    first_ring_at: int = 0
    taken_at: int = 0
    determined_at: int | None = None
    first_on_scene_at: int | None = None
    closed_at: int | None = None
    waiting_since: int = 0  # since when somebody should be sent: taken, come due, or opened again
    scheduled_for: int | None = None
    planned_before: int | None = None  # the time it was kept for before the one that stands now
    unmet: tuple[str, ...] = ()
    concurrence: tuple[str, str, int] | None = None  # staff, role, level agreed to


@dataclass(slots=True)
class Assignment:
    """One unit on one incident, with its own status and times."""

    index: int = 0
    id: str = ""
    incident: str = ""
    unit: str = ""
    status: AssignmentStatus = AssignmentStatus.ASSIGNED
    mode: Mode = Mode.NORMAL
    rank: int = 0  # the unit's place in the recommendation, 0 where it was not among them
    drive_ms: int | None = None
    place: str = ""
    other_choice: str = ""
    times: dict[AssignmentStatus, int] = field(default_factory=dict)
    brought: frozenset[str] = frozenset()  # what the people who were aboard while it was on scene could do
    left_open: tuple[str, ...] = ()  # red flags unasked, or at yes and unseen by EMS, when somebody was driven away


@dataclass(slots=True)
class Unit:
    """A crew aboard a vehicle now."""

    index: int = 0
    id: str = ""
    area: str = ""
    call_sign: str = ""
    crew_kind: str = ""  # what it was rostered as
    acts_as: str = ""  # what the people actually aboard make it
    members: tuple[Member, ...] = ()
    capabilities: frozenset[str] = frozenset()
    could: tuple[tuple[int, frozenset[str]], ...] = ()  # since when the people aboard could do what, the last few crews
    languages: frozenset[str] = frozenset()
    vehicle: str = ""
    service: UnitService = UnitService.OFF_DUTY
    service_reason: str = ""
    service_at: int = 0
    shift_ends_at: int = 0
    spot: Spot | None = None
    spot_at: int = 0
    post: str = ""
    assignments: tuple[str, ...] = ()  # the open ones
    primary: str = ""
    freed_at: int = 0  # when the last of what it worked on ended
    help_asked_at: int | None = None
    help_received_by: str = ""


@dataclass(slots=True)
class Position:
    """A desk that can be responsible while somebody sits at it."""

    index: int = 0
    id: str = ""
    area: str = ""
    duty: str = ""  # call_taker, dispatcher, supervisor, clinician_line, follow_up
    staff: str = ""
    since: int = 0


@dataclass(slots=True)
class Offer:
    """A transfer of care in the offing."""

    status: OfferStatus = OfferStatus.NONE
    to: Party | None = None
    at: int = 0
    by_phone: bool = False
    read_back: bool = False
    said: tuple[str, ...] = ()  # what was written down of who agreed by phone: name, role, number


@dataclass(slots=True)
class Episode:
    """One person in crisis from first ring to last follow-up; a placeholder person at first."""

    index: int = 0
    id: str = ""
    incident: str = ""
    responsible: Party | None = None
    since: int = 0
    basis: Basis = Basis.FIRST_RING
    handed_by: Party | None = None  # who had the person before; only there may care return
    last_sign_at: int = 0
    silent_since: int | None = None
    offer: Offer = field(default_factory=Offer)
    reservation: str = ""
    wish: Wish = NO_WISH  # what the person wants of a place
    wish_at: int | None = None
    rides: tuple[str, ...] = ()  # ways to a place: wanted, under way, done
    restraints: tuple[str, ...] = ()
    searched: tuple[str, int] | None = None
    handed: tuple[str, ...] = ()  # what was told at the last door
    handed_at: int | None = None
    signed: Signed = UNSIGNED  # for the last hand-over
    disposition: Disposition | None = None
    disposition_at: int | None = None
    details: tuple[str, ...] = ()
    ended: EndReason | None = None
    ended_at: int | None = None
    follow_ups: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()  # what the person permitted: contact, voicemail, outcome_back
    permission_at: int | None = None  # when the person was asked; None where nobody has asked yet
    minor: bool = False
    guardian: tuple[tuple[str, int], ...] = ()  # attempts to reach one: outcome, at
    person: str = ""  # whose record it belongs to; "" where nobody knows who it is
    referrals: tuple[str, ...] = ()
    adopted_by: str = ""  # the episode that goes on for the same person after linking


@dataclass(slots=True)
class Place:
    """A facility that may say yes, with what is free by service."""

    index: int = 0
    id: str = ""
    free: dict[str, int] = field(default_factory=dict)
    updated_at: dict[str, int] = field(default_factory=dict)
    diverting: bool = False
    coming: tuple[str, ...] = ()  # open reservations


@dataclass(slots=True)
class Reservation:
    """A chair or bed reserved for one person; it moves nothing."""

    index: int = 0
    id: str = ""
    facility: str = ""
    service: str = ""
    episode: str = ""
    status: ReservationStatus = ReservationStatus.RESERVED
    at: int = 0
    until: int = 0
    reason: str = ""
    read_back: bool = True
    said: tuple[str, ...] = ()  # what was written down of who agreed by phone: name, role, number
    counted: bool = False  # whether it holds one of the free places
    legal: str = ""  # with which legal status it was asked
    hour: int = 0  # local, when it was asked
    standing: str = ""  # what the place had told of itself then
    usual: int | None = None  # thousandths; None where nothing was estimated
    question: str = ""  # what the place asks back, by code, until it is answered
    question_at: int | None = None
    words: tuple[Reference, ...] = ()  # what was asked back and answered


@dataclass(slots=True)
class FollowUp:
    """A promise to reach the person again, with an owner and a time."""

    index: int = 0
    id: str = ""
    episode: str = ""
    rule: str = ""
    owner: Party | None = None
    due_at: int = 0
    status: FollowUpStatus = FollowUpStatus.DUE
    attempts: int = 0
    next_at: int = 0
    overdue: bool = False
    outcome: str = ""


@dataclass(slots=True)
class Report:
    """A report to protective services that somebody owes by law; what it says is the reporter's and stays out of here."""

    index: int = 0
    id: str = ""
    episode: str = ""
    incident: str = ""
    about: str = ""
    owed_by: str = ""  # staff
    due_at: int = 0
    overdue: bool = False
    filed_at: int | None = None
    withdrawn_at: int | None = None  # noted by mistake


@dataclass(slots=True)
class Message:
    """A message between desk and crew; its words are in the vault."""

    index: int = 0
    id: str = ""
    to: str = ""
    sender: str = ""
    incident: str = ""
    at: int = 0
    read_at: int | None = None
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Hazard:
    """Something to know at a place: a code, who said so, and when it must be looked at again."""

    index: int = 0
    id: str = ""
    code: str = ""
    spot: Spot | None = None
    source: str = ""
    at: int = 0  # when it was recorded
    review_at: int = 0
    withdrawn: bool = False
