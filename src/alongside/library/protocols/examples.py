"""A protocol's own example calls: what was answered, and what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alongside.core.codes import Level
from alongside.core.intake.condition import NOT_ASKED
from alongside.core.intake.protocol import Protocol, list_codes
from alongside.core.intake.triage import Triage, run
from alongside.library.protocols.load import find_path, load_protocol
from alongside.library.reading import read_yaml
from alongside.library.shape import Part

NOT_ASSESSED = "not_assessed"
LEVELS: Mapping[str, Level | None] = {NOT_ASSESSED: None, **{str(int(level)): level for level in Level}}
FIELDS = ("level", "rule", "requires", "police", "hard_stops", "crews", "not_eligible", "missing")


@dataclass(frozen=True)
class Example:
    """One example call. ``expected`` holds only what the example states; lists are compared as sets."""

    call: str
    answers: Mapping[str, str]
    expected: Mapping[str, str | frozenset[str]]
    line: int


@dataclass(frozen=True)
class Outcome:
    """What running one example brought; ``wrong`` lists each field that differs: its name, what was expected, what came."""

    example: Example
    triage: Triage
    wrong: tuple[tuple[str, str, str], ...]


def load_examples(name: str | Path) -> tuple[Example, ...]:
    """The example calls of a protocol file. Raises ``Mistake`` with file, line and field."""
    part = Part(read_yaml(find_path(name)))
    protocol = load_protocol(name)
    return tuple(_read_example(below, protocol) for below in part.parts("examples", least=1))


def _read_example(part: Part, protocol: Protocol) -> Example:
    part.only("call", "answers", "expect")
    answers = {}
    for question, below in part.mapping("answers"):
        if question not in protocol.compiled.index:
            raise below.mistake(f"“{question}” is not a question of this protocol")
        answers[question] = below.as_code((*list_codes(protocol.get_question(question)), NOT_ASKED))
    return Example(part.text("call"), answers, _read_expected(part.at("expect")), part.reading.line(*part.where))


def _read_expected(part: Part) -> dict[str, str | frozenset[str]]:
    part.only(*FIELDS)
    expected: dict[str, str | frozenset[str]] = {"level": part.code("level", LEVELS)}
    for key in ("rule", "police"):
        if part.has(key):
            expected[key] = part.code(key)
    for key in FIELDS[2:]:
        if key != "police" and part.has(key):
            expected[key] = frozenset(part.codes(key))
    return expected


def run_examples(name: str | Path) -> tuple[Outcome, ...]:
    """Run every example of a protocol."""
    protocol = load_protocol(name)
    return tuple(run_example(protocol, example) for example in load_examples(name))


def run_example(protocol: Protocol, example: Example) -> Outcome:
    """Run one example and compare what it states."""
    triage = run(protocol, example.answers)
    came = describe(triage)
    wrong = tuple((key, show(value), show(came[key])) for key, value in example.expected.items() if value != came[key])
    return Outcome(example, triage, wrong)


def describe(triage: Triage) -> dict[str, str | frozenset[str]]:
    """A triage in the words examples are written in."""
    return {
        "level": NOT_ASSESSED if triage.level is None else str(int(triage.level)),
        "rule": triage.rule,
        "police": {"none": "none", "staged_unseen": "staged"}.get(triage.police.value, triage.police.value),
        "requires": frozenset(requirement.code for requirement in triage.requirements),
        "hard_stops": frozenset(triage.hard_stops),
        "crews": frozenset(triage.crews),
        "not_eligible": frozenset(exclusion.crew for exclusion in triage.not_eligible),
        "missing": frozenset(triage.missing),
    }


def show(value: str | frozenset[str]) -> str:
    """One expected or found value, for people."""
    return value if isinstance(value, str) else ", ".join(sorted(value)) or "none"
