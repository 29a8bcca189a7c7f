"""Reads a protocol from YAML, and refuses one that could mislead."""

from functools import lru_cache
from pathlib import Path

from alongside.core.codes import Level, PoliceRole
from alongside.core.intake.condition import UNKNOWN, list_leaves
from alongside.core.intake.protocol import REQUIREMENTS, Hours, Protocol, Question, Rule
from alongside.core.intake.triage import OTHERWISE
from alongside.library.hours import read_hours
from alongside.library.protocols.conditions import read_condition
from alongside.library.protocols.questions import known_answers, read_questions
from alongside.library.reading import read_yaml
from alongside.library.shape import Part

HERE = Path(__file__).parent
FIELDS = ("id", "version", "label", "source", "otherwise", "early", "unassessed_as", "hours", "questions", "rules", "examples")
RULE_FIELDS = ("id", "when", "level", "requires", "police", "hard_stop", "crews", "excludes", "label")
POLICE = {"none": PoliceRole.NONE, "staged": PoliceRole.STAGED, "present": PoliceRole.PRESENT, "lead": PoliceRole.LEAD}


def list_protocols() -> tuple[str, ...]:
    """The names of the bundled protocols."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml")))


def find_path(name: str | Path) -> Path:
    """A file as given, or the bundled protocol of that name. Raises ``FileNotFoundError`` with a sentence."""
    bundled = HERE / f"{name}.yaml"
    if str(name) in list_protocols():
        return bundled
    if Path(name).is_file():
        return Path(name)
    raise FileNotFoundError(f"There is no protocol “{name}”: give a file, or one of {', '.join(list_protocols())}.")


def load_protocol(name: str | Path) -> Protocol:
    """A protocol by bundled name or file. Raises ``Mistake`` with file, line and field, or ``FileNotFoundError``."""
    path = find_path(name)
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _load(path: Path, _changed_at: int) -> Protocol:
    return read_protocol(Part(read_yaml(path)))


def read_protocol(part: Part) -> Protocol:
    """A protocol from a file already read."""
    part.only(*FIELDS)
    questions = read_questions(part)
    otherwise = _level(part, "otherwise", Level.ROUTINE)
    return Protocol(
        id=part.code("id"),
        version=part.text("version"),
        labels=part.words("label"),
        questions=questions,
        rules=_read_rules(part, questions, otherwise),
        otherwise=otherwise,
        early=_level(part, "early", Level.URGENT),
        unassessed_as=_level(part, "unassessed_as", Level.MODERATE) if part.has("unassessed_as") else None,
        hours=_read_clock(part, questions),
        source=part.text("source", ""),
    )


def _level(part: Part, key: str, default: Level) -> Level:
    return Level(part.number(key, default, least=0, most=4))


def _read_clock(part: Part, questions: tuple[Question, ...]) -> tuple[Hours, ...]:
    """Hours are only worth writing where a question asks the clock, and the other way round."""
    hours = read_hours(part, "hours")
    asks = any(question.source == "clock" for question in questions)
    if hours and not asks:
        raise part.mistake("are written, but no question has “source: clock”; add one, or leave the hours out", "hours")
    if asks and not hours:
        raise part.mistake("a question asks the clock; write the protocol's hours", "hours")
    return hours


def _read_rules(part: Part, questions: tuple[Question, ...], otherwise: Level) -> tuple[Rule, ...]:
    found: list[Rule] = []
    for below in part.parts("rules", least=1):
        rule = _read_rule(below, questions)
        if rule.id == OTHERWISE or any(rule.id == earlier.id for earlier in found):
            raise below.mistake(f"the rule “{rule.id}” is there already; give it another id", "id")
        if rule.level is not None and rule.level < otherwise and any(UNKNOWN in leaf.answers for leaf in list_leaves(rule.when)):
            raise below.mistake(f"an unknown answer may never lower the level below {int(otherwise)}; raise it or drop “unknown”", "level")
        found.append(rule)
    return tuple(found)


def _read_rule(part: Part, questions: tuple[Question, ...]) -> Rule:
    part.only(*RULE_FIELDS)
    rule = Rule(
        id=part.code("id"),
        when=read_condition(part.at("when"), known_answers(list(questions))),
        level=_level(part, "level", Level.ROUTINE) if part.has("level") else None,
        requires=part.codes("requires", REQUIREMENTS),
        police=POLICE[part.code("police", POLICE, "none")],
        hard_stop=part.flag("hard_stop"),
        crews=part.codes("crews"),
        excludes=part.codes("excludes"),
        labels=part.words("label"),
    )
    if (rule.police == PoliceRole.NONE) == ("police" in rule.requires):
        raise part.mistake("police are required in a role: write “requires: [police]” with “police: staged”, present or lead", "police")
    return rule
