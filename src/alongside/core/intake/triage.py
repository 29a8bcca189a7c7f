"""Runs a protocol over the answers given so far: how urgent, what it requires, what is missing, and what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from alongside.core.codes import Level, PoliceRole
from alongside.core.intake.condition import NOT_ASKED, UNKNOWN, find_clause
from alongside.core.intake.protocol import Compiled, Protocol, Rule
from alongside.core.party import Requirement
from alongside.core.refused import Refused

OTHERWISE = "otherwise"
POLICE_ORDER = (PoliceRole.NONE, PoliceRole.STAGED, PoliceRole.PRESENT, PoliceRole.LEAD)


class Exclusion(NamedTuple):
    """A kind of crew that may not be sent, with the rule and the answer that say so."""

    crew: str
    rule: str
    question: str
    answer: str


class Fired(NamedTuple):
    """A rule that is true, and the first answer that made it so."""

    rule: Rule
    question: str
    answer: str


@dataclass(frozen=True)
class Triage:
    """What a protocol says about the answers given so far. ``level`` None means not yet assessed."""

    level: Level | None
    rule: str  # the deciding rule, "otherwise" where none gave a level, "" where not yet assessed
    requirements: tuple[Requirement, ...]
    hard_stops: tuple[str, ...]
    missing: tuple[str, ...]  # critical questions not yet answered
    next_question: str | None
    crews: tuple[str, ...]  # crew kinds the deciding rule orders itself; empty: the level's order
    police: PoliceRole  # the strongest role in which a rule requires police
    not_eligible: tuple[Exclusion, ...]
    fired: tuple[str, ...]  # every rule that is true, in the protocol's order
    asked: tuple[str, ...]  # every question that is to be asked, answered or not
    protocol: Protocol = field(repr=False, compare=False)
    answers: Mapping[str, str] = field(repr=False, compare=False)

    @cached_property
    def would_change(self) -> tuple[tuple[str, str, Level], ...]:
        """Each other single answer (question, answer, level) that would give another level; worked out when first looked at."""
        steps = [self.protocol.compiled.steps[self.protocol.compiled.index[question]] for question in self.asked]
        others = [(step.id, code) for step in steps for code in step.bits if self.answers.get(step.id) != code]
        found = [(question, code, self._level_with(question, code)) for question, code in others]
        return tuple((question, code, level) for question, code, level in found if level is not None and level != self.level)

    def _level_with(self, question: str, answer: str) -> Level | None:
        walk = _walk(self.protocol.compiled, {**self.answers, question: answer})
        return _decide(self.protocol, walk, _fire(self.protocol.compiled, walk.state))[0]


class Walk(NamedTuple):
    """The answers that count as bits, the questions to be asked, and those still open."""

    state: int
    asked: tuple[str, ...]
    missing: tuple[str, ...]
    next_question: str | None


def run(protocol: Protocol, answers: Mapping[str, str]) -> Triage:
    """Triage the answers given so far (question id -> answer code). Pure; the same answers always give the same triage.

    ``unknown`` and ``not_asked`` are answers of their own and never count as no; ``not_asked`` leaves a question open.
    Raises ``Refused`` ``question_unknown`` or ``answer_unknown``.
    """
    compiled = protocol.compiled
    _check(compiled, answers)
    walk = _walk(compiled, answers)
    fired = _fire(compiled, walk.state)
    level, decider = _decide(protocol, walk, fired)
    return Triage(
        level=level,
        rule=decider.id if decider else "" if level is None else OTHERWISE,
        requirements=_list_requirements(fired),
        hard_stops=tuple(hit.rule.id for hit in fired if hit.rule.hard_stop),
        missing=walk.missing,
        next_question=walk.next_question,
        crews=decider.crews if decider else (),
        police=max((hit.rule.police for hit in fired), key=POLICE_ORDER.index, default=PoliceRole.NONE),
        not_eligible=tuple(Exclusion(crew, hit.rule.id, hit.question, hit.answer) for hit in fired for crew in hit.rule.excludes),
        fired=tuple(hit.rule.id for hit in fired),
        asked=walk.asked,
        protocol=protocol,
        answers=answers,
    )


def _check(compiled: Compiled, answers: Mapping[str, str]) -> None:
    for question, answer in answers.items():
        place = compiled.index.get(question)
        if place is None:
            raise Refused("question_unknown", question=question)
        if answer not in compiled.steps[place].bits and answer != NOT_ASKED:
            raise Refused("answer_unknown", question=question, answer=answer)


def _walk(compiled: Compiled, answers: Mapping[str, str]) -> Walk:
    """Take the questions in order. An answer to a question that is known not to apply is set aside: a correction left it behind."""
    state = 0
    asked: list[str] = []
    missing: list[str] = []
    open_questions: list[str] = []
    for step in compiled.steps:
        is_asked = step.asked is None or find_clause(state, step.asked) is not None
        if is_asked:
            asked.append(step.id)
        answer = answers.get(step.id, NOT_ASKED)
        if answer == NOT_ASKED:
            if is_asked:
                (missing if step.critical else open_questions).append(step.id)
        elif is_asked or (answer != UNKNOWN and find_clause(state, step.barred) is None):
            state |= step.bits[answer]
    first = missing[0] if missing else open_questions[0] if open_questions else None
    return Walk(state, tuple(asked), tuple(missing), first)


def _fire(compiled: Compiled, state: int) -> list[Fired]:
    fired = []
    for rule, among in compiled.rules:
        clause = find_clause(state, among)
        if clause is not None:
            meaning = compiled.meanings[(state & clause[0]).bit_length() - 1] if clause else ("", "")
            fired.append(Fired(rule, *meaning))
    return fired


def _decide(protocol: Protocol, walk: Walk, fired: list[Fired]) -> tuple[Level | None, Rule | None]:
    """The highest level; among equals a hard stop, then the earlier rule. Below ``early`` it waits for every critical question."""
    best: Rule | None = None
    for hit in fired:
        level = hit.rule.level
        if level is not None and (best is None or best.level is None or (level, hit.rule.hard_stop) > (best.level, best.hard_stop)):
            best = hit.rule
    if walk.missing and (best is None or best.level is None or best.level < protocol.early):
        return None, None
    return (best.level, best) if best else (protocol.otherwise, None)


def _list_requirements(fired: list[Fired]) -> tuple[Requirement, ...]:
    found = (Requirement(code, hit.question, hit.answer) for hit in fired for code in hit.rule.requires)
    return tuple(dict.fromkeys(found))
