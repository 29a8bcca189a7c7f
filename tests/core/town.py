"""A small town to tell stories in: its rules written out, its roads straight lines at a fixed speed."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.codes import Disposition, Level, Origin
from alongside.core.geography.distance import metres_between
from alongside.core.intake.condition import Is
from alongside.core.intake.protocol import Answer, Protocol, Question, Rule
from alongside.core.rules import Clocks, CrewKind, CrewStep, Desk, Facility, FollowUpRule, LevelPlan, Partner, Program, Rules, Service
from alongside.core.travel import Mode, Spot
from alongside.library.sharing.custodian import load_custodian
from alongside.library.sharing.writing import load_writing

MINUTE = 60_000
HOUR = 60 * MINUTE
CENTRE = Spot(40_760_000, -111_890_000)
EVERYWHERE = HOUR


@dataclass(frozen=True)
class StraightRoads:
    """Straight lines: ten metres a second, fifteen with lights."""

    version: str = "straight"

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        """As the crow drives."""
        return tuple(metres_between(origin, to) * (100 if mode is Mode.NORMAL else 66) for origin in origins)


def _question(id: str, answers: str, critical: bool = True, fact: str = "") -> Question:
    listed = tuple(Answer(code, code[0], {"en": code}) for code in answers.split())
    return Question(id, listed, {"en": id}, critical, fact=fact)


PROTOCOL = Protocol(
    "town",
    "1",
    {"en": "Town"},
    (
        _question("concern", "suicide welfare none"),
        _question("weapon", "none gun", fact="weapon:type"),
        _question("minor", "yes no", critical=False),
    ),
    (
        Rule("armed", Is("weapon", ("gun",)), Level.EMERGENT, ("police",), hard_stop=True),
        Rule("thoughts", Is("concern", ("suicide",)), Level.URGENT),
        Rule("youth", Is("minor", ("yes",)), requires=("youth",)),
        Rule("look_in", Is("concern", ("welfare",)), Level.MODERATE),
    ),
)
CREWS = (
    CrewKind("patrol", frozenset({"police"}), fewest=1, mode=Mode.LIGHTS),
    CrewKind("co_responder", frozenset({"police", "clinician"}), "patrol", mode=Mode.LIGHTS),
    CrewKind("mobile_crisis", frozenset({"clinician"})),
    CrewKind("clinician_phone", frozenset({"clinician"}), fewest=1, remote=True),
    CrewKind("ems", frozenset({"ems"}), gives=frozenset({"transport"}), mode=Mode.LIGHTS),
)
ROLES = {"officer": {"police"}, "clinician": {"clinician"}, "peer": {"peer"}, "paramedic": {"ems"}}
FIELD = ("mobile_crisis", "co_responder", "patrol")
DAY = 24 * HOUR


def _plan(level: Level, kinds: Sequence[str], assign_ms: int) -> LevelPlan:
    return LevelPlan(level, tuple(CrewStep(kind, EVERYWHERE) for kind in kinds), assign_ms, 30 * MINUTE)


PROGRAM = Program(
    id="town",
    label="Town",
    area="town",
    roles=MappingProxyType({role: frozenset(brings) for role, brings in ROLES.items()}),
    crews=MappingProxyType({kind.id: kind for kind in CREWS}),
    levels=MappingProxyType(
        {
            Level.ROUTINE: _plan(Level.ROUTINE, ("clinician_phone", *FIELD), 30 * MINUTE),
            Level.MODERATE: _plan(Level.MODERATE, FIELD, 15 * MINUTE),
            Level.URGENT: _plan(Level.URGENT, FIELD, 5 * MINUTE),
            Level.EMERGENT: _plan(Level.EMERGENT, ("co_responder", "patrol"), MINUTE),
        }
    ),
    unassessed_as=Level.URGENT,
    requirements=MappingProxyType({"police": "police", "ems": "ems", "youth": "youth"}),
    origins=frozenset(Origin),
    desks=(
        Desk("desk-calls", "call_taker"),
        Desk("desk-dispatch", "dispatcher"),
        Desk("desk-follow-up", "follow_up"),
        Desk("desk-lead", "supervisor"),
    ),
    partners=(Partner("line-988", "988 centre"),),
    follow_ups=(
        FollowUpRule(
            "next_day",
            frozenset({Disposition.RESOLVED_ON_SCENE, Disposition.TRANSPORTED_VAN}),
            frozenset({Level.URGENT, Level.EMERGENT}),
            DAY,
        ),
    ),
    protocol="town",
)
FACILITIES = (
    Facility(
        "haven",
        "Haven",
        "receiving",
        Spot(40_770_000, -111_890_000),
        (Service("chair", 2, youngest=18, excludes=frozenset({"ingestion"})),),
    ),
    Facility(
        "general",
        "General",
        "ed",
        Spot(40_750_000, -111_890_000),
        (Service("bay", 5, frozenset({"voluntary", "hold"}), youngest=0),),
        may_decline=False,
    ),
)
RULES = Rules(
    "town-rules",
    PROGRAM,
    Clocks(),
    {"town": PROTOCOL},
    {facility.id: facility for facility in FACILITIES},
    writing=load_writing(),
    custodian=load_custodian(),
)
