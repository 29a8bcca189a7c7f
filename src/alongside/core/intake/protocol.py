"""A triage protocol as data: questions, answers, rules. ``alongside.library`` reads it from YAML; ``triage.run`` runs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from alongside.core.codes import Level, PoliceRole
from alongside.core.intake.condition import NOT_ASKED, UNKNOWN, Clauses, Condition, clauses

# What a response may have to have beside its urgency. A program maps the codes that a crew can meet to capabilities.
REQUIREMENTS = frozenset(
    {
        "police", "ems", "fire_rescue", "negotiator", "interpreter", "youth", "guardian", "dementia", "autism", "intellectual_disability",
        "no_uniform", "search", "clinician", "peer", "registry_search", "stay_connected", "welfare_check",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its stable code, the key that gives it, and its words by language."""

    code: str
    key: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``unknown`` and ``not_asked`` are answers of every question beside those listed."""

    id: str
    answers: tuple[Answer, ...]
    texts: Mapping[str, str]  # what the call-taker says, by language
    critical: bool = False  # without it the incident is not assessed
    asked_when: Condition | None = None  # looks at earlier questions only; None: always
    hints: Mapping[str, str] = field(default_factory=dict)  # for the call-taker's eyes, by language
    fact: str = ""  # the fact an answer states, e.g. weapon:place, medical:breathing
    source: str = "caller"  # caller, clock (answered from the protocol's hours) or record
    attribution: str = ""  # whose instrument the wording is, where it is somebody's


@dataclass(frozen=True, slots=True)
class Rule:
    """When it is so, this urgency, these requirements. The highest level decides; among equals a hard stop, then the earlier rule."""

    id: str
    when: Condition
    level: Level | None = None
    requires: tuple[str, ...] = ()
    police: PoliceRole = PoliceRole.NONE  # in which role police are required
    hard_stop: bool = False  # falls only with a clearing fact and a second person's concurrence
    crews: tuple[str, ...] = ()  # crew kinds this rule orders itself, instead of the level's order
    excludes: tuple[str, ...] = ()  # crew kinds that may not be sent while this is so
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hours:
    """Open from one minute of the day to another (local time) on these weekdays, 0 is Monday; past midnight where ``until`` is earlier."""

    weekdays: frozenset[int]
    from_minute: int
    until_minute: int

    def includes(self, weekday: int, minute: int) -> bool:
        """Whether this local weekday and minute of the day fall within."""
        if self.from_minute < self.until_minute:
            return weekday in self.weekdays and self.from_minute <= minute < self.until_minute
        late = weekday in self.weekdays and minute >= self.from_minute
        return late or ((weekday - 1) % 7 in self.weekdays and minute < self.until_minute)


@dataclass(frozen=True)
class Protocol:
    """A triage protocol. ``otherwise`` is the level when every critical question is answered and no rule gave one."""

    id: str
    version: str
    labels: Mapping[str, str]
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    otherwise: Level = Level.ROUTINE
    early: Level = Level.URGENT  # a rule of this level or above decides before all critical questions are answered
    unassessed_as: Level | None = None  # policy of some counties: level 4 until assessed
    hours: tuple[Hours, ...] = ()
    source: str = ""

    @cached_property
    def compiled(self) -> "Compiled":
        """The protocol over answer bits, made once."""
        return compile_protocol(self)

    def get_question(self, question: str) -> Question:
        """The question of this id; raises ``KeyError``."""
        return self.questions[self.compiled.index[question]]

    def is_open(self, weekday: int, minute: int) -> bool:
        """Whether the protocol's service is open at this local time; one without hours always is."""
        return not self.hours or any(hours.includes(weekday, minute) for hours in self.hours)

    def answer_clock(self, weekday: int, minute: int) -> dict[str, str]:
        """The answers of the questions the clock answers, at this local time (the edge adds them, so the facts keep them)."""
        answer = "yes" if self.is_open(weekday, minute) else "no"
        return {question.id: answer for question in self.questions if question.source == "clock"}


@dataclass(frozen=True, slots=True)
class Step:
    """One question compiled: when it is asked, when it is known not to be, and its answers' bits."""

    id: str
    critical: bool
    bits: Mapping[str, int]
    asked: Clauses | None
    barred: Clauses


@dataclass(frozen=True, slots=True)
class Compiled:
    """A protocol over answer bits: bit ``n`` of a state stands for ``meanings[n]``, a question and its answer."""

    index: Mapping[str, int]
    steps: tuple[Step, ...]
    rules: tuple[tuple[Rule, Clauses], ...]
    meanings: tuple[tuple[str, str], ...]


def compile_protocol(protocol: Protocol) -> Compiled:
    """Number the answers and turn every condition into clauses. Raises ``KeyError`` for a question or answer that is not there."""
    meanings = tuple((question.id, code) for question in protocol.questions for code in list_codes(question))
    bits: dict[str, dict[str, int]] = {}
    for place, (question_id, code) in enumerate(meanings):
        bits.setdefault(question_id, {})[code] = 1 << place
    steps = tuple(_step(question, bits) for question in protocol.questions)
    rules = tuple((rule, clauses(rule.when, bits)) for rule in protocol.rules)
    index = {question.id: place for place, question in enumerate(protocol.questions)}
    return Compiled(index, steps, rules, meanings)


def list_codes(question: Question) -> tuple[str, ...]:
    """The answers a condition may look at: those listed, and unknown."""
    listed = tuple(answer.code for answer in question.answers if answer.code != NOT_ASKED)
    return listed if UNKNOWN in listed else (*listed, UNKNOWN)


def _step(question: Question, bits: Mapping[str, Mapping[str, int]]) -> Step:
    when = question.asked_when
    asked = None if when is None else clauses(when, bits)
    barred = () if when is None else clauses(when, bits, wanted=False)
    return Step(question.id, question.critical, bits[question.id], asked, barred)
