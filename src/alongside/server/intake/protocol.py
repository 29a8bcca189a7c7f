"""The protocol as the intake page needs it, and what it says about the answers so far."""

from collections.abc import Mapping
from typing import Any

from alongside.core.intake.condition import UNKNOWN
from alongside.core.intake.protocol import Protocol, Question
from alongside.core.intake.triage import Triage, run
from alongside.core.party import Requirement
from alongside.server.site.names import Names

MOST_CHANGES = 6


def protocol_json(protocol: Protocol) -> dict[str, Any]:
    """Questions in order with their script, hint and answers in every language; "don't know" is an answer of each."""
    questions = [_question(one) for one in protocol.questions if one.source != "clock"]
    return {"id": protocol.id, "version": protocol.version, "questions": questions}


def _question(question: Question) -> dict[str, Any]:
    answers = [{"code": one.code, "key": one.key, "labels": dict(one.labels)} for one in question.answers]
    return {
        "id": question.id,
        "critical": question.critical,
        "say": dict(question.texts),
        "hint": dict(question.hints),
        "fact": question.fact,
        "attribution": question.attribution,
        "answers": answers,
        "knows_unknown": any(one.code == UNKNOWN for one in question.answers),
    }


def triage_json(protocol: Protocol, answers: Mapping[str, str], names: Names, language: str) -> dict[str, Any]:
    """Level, the rule that set it, what it requires, what comes next, what would change it. Raises ``Refused`` for unknown answers."""
    triage = run(protocol, answers)
    return {
        "level": None if triage.level is None else int(triage.level),
        "level_word": "" if triage.level is None else names.label(f"level.{int(triage.level)}", language),
        "rule": rule_label(protocol, triage, language),
        "hard_stop": triage.rule in triage.hard_stops,
        "missing": list(triage.missing),
        "next": triage.next_question,
        "asked": list(triage.asked),
        "requirements": [_requirement(protocol, one, names, language) for one in triage.requirements],
        "police": triage.police.value,
        "changes": _changes(protocol, triage, language),
    }


def _requirement(protocol: Protocol, one: Requirement, names: Names, language: str) -> dict[str, str]:
    label = names.label(f"requirement.{one.code}", language)
    return {"label": label, "because": _answer(protocol, one.question, one.answer, language)}


def rule_label(protocol: Protocol, triage: Triage, language: str) -> str:
    """The deciding rule in words; nothing where no rule decided."""
    rule = next((one for one in protocol.rules if one.id == triage.rule), None)
    return (rule.labels.get(language) or rule.labels.get("en") or rule.id.replace("_", " ")) if rule else ""


def _answer(protocol: Protocol, question: str, code: str, language: str) -> str:
    if not question:
        return ""
    asked = protocol.get_question(question)
    found = next((one for one in asked.answers if one.code == code), None)
    return (found.labels.get(language) or found.labels["en"]) if found else code.replace("_", " ")


def _changes(protocol: Protocol, triage: Triage, language: str) -> list[dict[str, Any]]:
    """Single other answers that would change the level: the strongest first, one for each level and question."""
    if triage.level is None:
        return []
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for question, code, level in sorted(triage.would_change, key=lambda one: -int(one[2])):
        answer = _answer(protocol, question, code, language)
        entry = {"question": _asked(protocol, question, language), "answer": answer, "level": int(level)}
        found.setdefault((question, int(level)), entry)
    return list(found.values())[:MOST_CHANGES]


def _asked(protocol: Protocol, question: str, language: str) -> str:
    texts = protocol.get_question(question).texts
    return texts.get(language) or texts["en"]
