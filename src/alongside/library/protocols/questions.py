"""Reads a protocol's questions: what is said, which answers, on which keys, and when."""

from alongside.core.intake.condition import NO_INFORMATION, UNKNOWN, list_questions
from alongside.core.intake.protocol import Answer, Question
from alongside.library.protocols.conditions import read_condition
from alongside.library.shape import Part

YES_NO = (Answer("yes", "y", {"en": "Yes", "es": "Sí"}), Answer("no", "n", {"en": "No", "es": "No"}))
UNKNOWN_KEY = "u"
SOURCES = ("caller", "clock", "record")
FIELDS = ("id", "critical", "answers", "asked_when", "say", "hint", "fact", "source", "attribution")


def read_questions(part: Part) -> tuple[Question, ...]:
    """All questions in their order. A condition may look at earlier questions only, so the order of asking is never in doubt."""
    found: list[Question] = []
    for below in part.parts("questions", least=1):
        question = _read_question(below, found)
        if any(question.id == earlier.id for earlier in found):
            raise below.mistake(f"the question “{question.id}” is there already; give it another id", "id")
        found.append(question)
    return tuple(found)


def _read_question(part: Part, earlier: list[Question]) -> Question:
    part.only(*FIELDS)
    question = Question(
        id=part.code("id"),
        answers=_read_answers(part),
        texts=part.words("say"),
        critical=part.flag("critical"),
        asked_when=read_condition(part.at("asked_when"), known_answers(earlier)) if part.has("asked_when") else None,
        hints=part.words("hint", needed=False),
        fact=part.text("fact", ""),
        source=part.code("source", SOURCES, "caller"),
        attribution=part.text("attribution", ""),
    )
    _check_critical(part, question, earlier)
    return question


def known_answers(questions: list[Question]) -> dict[str, tuple[str, ...]]:
    """What a condition may look at: each question's answers and ``unknown``. ``not_asked`` is the absence of an answer."""
    return {question.id: (*(answer.code for answer in question.answers), UNKNOWN) for question in questions}


def _check_critical(part: Part, question: Question, earlier: list[Question]) -> None:
    """A critical question may depend on critical ones only: an optional answer must never make an assessed call unassessed."""
    if not question.critical or question.asked_when is None:
        return
    optional = {other.id for other in earlier if not other.critical}
    for name in list_questions(question.asked_when):
        if name in optional:
            raise part.mistake(f"a critical question depends on “{name}”, which is not critical; make that one critical too", "asked_when")


def _read_answers(part: Part) -> tuple[Answer, ...]:
    """A list of answers, or the word ``yes_no``."""
    if part.at("answers").value == "yes_no":
        return YES_NO
    found: list[Answer] = []
    for below in part.parts("answers", least=2):
        below.only("code", "key", "en", "es")
        answer = Answer(below.code("code"), below.text("key"), {"en": below.text("en"), "es": below.text("es")})
        if answer.code in NO_INFORMATION:
            raise below.mistake(f"“{answer.code}” belongs to every question already; leave it out", "code")
        if any(answer.code == other.code for other in found):
            raise below.mistake(f"the answer “{answer.code}” is there already; keep one", "code")
        if len(answer.key) != 1 or answer.key == UNKNOWN_KEY or any(answer.key == other.key for other in found):
            raise below.mistake(f"must be one key that no other answer has; “{UNKNOWN_KEY}” stands for unknown", "key")
        found.append(answer)
    return tuple(found)
