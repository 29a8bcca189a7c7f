"""Answers of a protocol on a timeline: what each round of questions added or corrected, in words."""

from collections.abc import Iterator, Mapping, Sequence

from alongside.core.fact import Fact
from alongside.core.intake.facts import ProtocolAnswered
from alongside.core.intake.protocol import Protocol

Words = Mapping[str, str]


def rounds(facts: Sequence[Fact]) -> Iterator[tuple[Fact, tuple[tuple[str, str], ...]]]:
    """Every fact in order; questions asked one after the other are one round, told once, with the answers it added or changed.

    A fact of answers carries all answers so far, so a call of ten questions would otherwise be told in ten lines that say nothing.
    """
    known: dict[str, str] = {}
    for at, fact in enumerate(facts):
        if not isinstance(fact, ProtocolAnswered):
            yield fact, ()
        elif not any(_goes_on(fact, later) for later in _until_the_next_round(facts[at + 1 :])):
            yield fact, tuple(pair for pair in fact.answers if known.get(pair[0]) != pair[1])
            known.update(fact.answers)


def _until_the_next_round(later: Sequence[Fact]) -> Iterator[Fact]:
    """What follows while the same questions go on: answers, and what answers bring about by themselves."""
    for fact in later:
        if fact.kind not in ("ProtocolAnswered", "LevelSet", "WeaponReported", "RedFlagReported", "DetailsAdded"):
            return
        yield fact


def _goes_on(fact: ProtocolAnswered, later: Fact) -> bool:
    return isinstance(later, ProtocolAnswered) and (later.protocol, later.version) == (fact.protocol, fact.version)


def say_answers(protocol: Protocol | None, answers: Sequence[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """(question, answer) as they were asked; the codes, spaced, of a protocol that is no longer in the library."""
    return [_say(protocol, question, answer, language) for question, answer in answers]


def _say(protocol: Protocol | None, question: str, answer: str, language: str) -> tuple[str, str]:
    asked = next((one for one in protocol.questions if one.id == question), None) if protocol else None
    if asked is None:
        return question.replace("_", " "), answer.replace("_", " ")
    chosen = next((one.labels for one in asked.answers if one.code == answer), {})
    return _in(asked.texts, language) or question, _in(chosen, language) or answer.replace("_", " ")


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("en", "")
