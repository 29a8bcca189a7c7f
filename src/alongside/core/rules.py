"""What the library tells the core: one agency's program, policies, protocols and places, compiled, frozen and hashed.

``alongside.library`` builds these from YAML and refuses a mistake with file, line and field; the core only reads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from alongside.core.cases.rules import NO_CASES, CaseRules
from alongside.core.codes import Level, Origin
from alongside.core.custodian.rules import NOTHING_RELEASED, CustodianRules
from alongside.core.holds.rules import NO_LAW, Jurisdiction
from alongside.core.intake.protocol import Hours, Protocol
from alongside.core.local_time import UTC, LocalTime
from alongside.core.sharing.rules import NOBODY_WRITES, Setting, Writing
from alongside.core.threat.rules import NO_THREAT, ThreatRules
from alongside.core.travel import Mode, Spot


@dataclass(frozen=True, slots=True)
class CrewKind:
    """A kind of crew as data. ``needs`` are capabilities that must be aboard; without them it acts as ``acts_as_without``."""

    id: str
    needs: frozenset[str]
    acts_as_without: str = ""  # a crew kind, or "" where such a crew may not be sent at all
    gives: frozenset[str] = frozenset()  # capabilities of the vehicle itself, e.g. transport
    fewest: int = 2  # no lone field worker; police units and remote clinicians set 1
    remote: bool = False  # by phone or video: never drives
    meets_police: bool = False  # stages until an officer is there
    mode: Mode = Mode.NORMAL
    label: str = ""
    asked_by: frozenset[Origin] = frozenset(Origin)


@dataclass(frozen=True, slots=True)
class CrewStep:
    """One row of a level's order: this kind of crew, as long as its drive is within the limit."""

    crew_kind: str
    drive_limit_ms: int


@dataclass(frozen=True, slots=True)
class LevelPlan:
    """What a level asks for, in order, and how long it may wait for it."""

    level: Level
    order: tuple[CrewStep, ...]
    assign_within_ms: int
    arrive_within_ms: int
    stay_connected: bool = False  # a clinician or the call-taker stays on the line until a team arrives
    load_penalty_ms: int = 600_000  # what one open assignment counts as, in drive time


@dataclass(frozen=True, slots=True)
class Clocks:
    """Limits after which silence becomes an alarm, in milliseconds."""

    page_ms: int = 30_000
    help_ms: int = 30_000
    offer_ms: int = 120_000
    call_back_ms: int = 60_000
    weapon_before_ms: int = 180_000  # how long before the first crew arrives an unknown weapon is asked about again
    weapon_again_ms: int = 60_000
    report_ms: int = 86_400_000  # within what time a mandated report is filed; law, so each county sets its own
    reservation_ms: int = 2_700_000
    silence_ms: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({"position": 900_000, "crew": 5_400_000}))
    silence_again_ms: int = 300_000
    stale_ms: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({"enroute": 1_800_000}))  # by assignment status
    capacity_stale_ms: int = 3_600_000


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """After which dispositions and levels somebody must reach the person again, who, and by when."""

    id: str
    after: frozenset[str]  # dispositions
    levels: frozenset[Level]
    due_ms: int
    duty: str = "follow_up"
    attempts: int = 3
    again_ms: int = 86_400_000


@dataclass(frozen=True, slots=True)
class ReferralLimits:
    """By when what must have happened to somebody who was sent on, in milliseconds."""

    answer_ms: int = 3 * 86_400_000  # the organization answers
    answer_urgent_ms: int = 4 * 3_600_000
    date_ms: int = 7 * 86_400_000  # whoever agreed names a time
    date_urgent_ms: int = 86_400_000
    seen_ms: int = 86_400_000  # after that time: was the person there?
    waitlist_ms: int = 14 * 86_400_000  # a place in line is asked about again
    other_way_ms: int = 86_400_000  # the owner finds another way where nobody takes it
    other_way_urgent_ms: int = 3_600_000
    again_ms: int = 4 * 3_600_000  # what is late is said again


@dataclass(frozen=True, slots=True)
class Desk:
    """A position somebody sits at; ``origins`` whose first ring it answers."""

    id: str
    duty: str
    origins: frozenset[Origin] = frozenset()
    label: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another organisation that can be responsible, e.g. the 988 centre, reached by phone."""

    id: str
    label: str
    kind: str = "crisis_line"
    needs_location: bool = True
    needs_call_back: bool = True


@dataclass(frozen=True, slots=True)
class Service:
    """Chairs or beds of one kind at a facility."""

    id: str
    capacity: int
    legal: frozenset[str] = frozenset({"voluntary"})  # voluntary, hold
    youngest: int = 18
    oldest: int = 150
    excludes: frozenset[str] = frozenset()  # medical red flags it cannot take, shown before the drive
    kind: str = ""  # of SERVICE_KINDS
    ward: str = ""  # women, men; "" takes everybody
    hours: tuple[Hours, ...] = ()  # of this service; empty means those of the facility


@dataclass(frozen=True, slots=True)
class Facility:
    """A place that may say yes. An emergency department may advise diversion but never declines (``may_decline`` False)."""

    id: str
    label: str
    kind: str
    spot: Spot
    services: tuple[Service, ...]
    may_decline: bool = True
    drop_off_target_ms: int = 600_000
    out_of_network: bool = False
    hours: tuple[Hours, ...] = ()  # local; empty means always
    languages: frozenset[str] = frozenset({"en"})  # spoken there around the clock
    phone: str = ""  # the desk that answers


@dataclass(frozen=True, slots=True)
class Beat:
    """A dispatch beat: a closed ring of spots."""

    id: str
    label: str
    ring: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A program profile: data only."""

    id: str
    label: str
    area: str
    roles: Mapping[str, frozenset[str]]  # staff role -> capabilities a person of that role brings aboard
    crews: Mapping[str, CrewKind]
    levels: Mapping[Level, LevelPlan]
    unassessed_as: Level  # an incident nobody has assessed yet is sent to as if it were this level
    requirements: Mapping[str, str]  # requirement code -> capability that meets it; others are met by "language" or shown only
    origins: frozenset[Origin]
    desks: tuple[Desk, ...]
    partners: tuple[Partner, ...]
    follow_ups: tuple[FollowUpRule, ...]
    protocol: str  # the id of the protocol asked first
    destinations: tuple[str, ...] = ()  # facilities by preference of the program; empty means all of the area
    measures: tuple[str, ...] = ()
    lower_by: frozenset[str] = frozenset({"supervisor", "clinician"})  # roles that may concur in lowering a level
    withdraw_report_alone: bool = False  # whether whoever noted a mandated report by mistake may withdraw it without a supervisor; law
    links_within_m: int = 300
    links_within_ms: int = 1_800_000


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the core is told. ``hash`` names this exact content in every kept request."""

    hash: str
    program: Program
    clocks: Clocks
    protocols: Mapping[str, Protocol]
    facilities: Mapping[str, Facility]
    beats: tuple[Beat, ...] = ()
    writing: Writing = NOBODY_WRITES
    custodian: CustodianRules = NOTHING_RELEASED
    law: Mapping[str, Setting] = field(default_factory=lambda: MappingProxyType({}))  # what the jurisdiction has in force, by name
    cases: CaseRules = NO_CASES
    local: LocalTime = UTC
    jurisdiction: Jurisdiction = NO_LAW  # its law of legal holds; nobody writes one without
    referral: ReferralLimits = ReferralLimits()
    threat: ThreatRules = NO_THREAT
    base: "Rules | None" = field(default=None, repr=False, compare=False)  # as the files say it, where a policy in force says otherwise

    def get_desk(self, duty: str) -> Desk:
        """The first desk of a duty; programs are checked to have one of each they use.

        Raises ``KeyError`` where the program has none.
        """
        for desk in self.program.desks:
            if desk.duty == duty:
                return desk
        raise KeyError(duty)
