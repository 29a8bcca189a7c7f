"""A timeline tells a round of questions once, with what was newly answered; a correction later is a round of its own."""

from alongside.core.fact import Fact
from alongside.core.intake.facts import DetailsAdded, LevelSet, ProtocolAnswered
from alongside.library import load_program
from alongside.server.dispatch.answered import rounds, say_answers

PROTOCOL = load_program("tailored").rules.protocols["alongside-default"]


def answered(at: int, **answers: str) -> ProtocolAnswered:
    return ProtocolAnswered("area/town", at, "i1", PROTOCOL.id, PROTOCOL.version, tuple(answers.items()))


def level(at: int) -> LevelSet:
    return LevelSet("area/town", at, "i1", 2, "rule", (), (), (), "", "", None)


def told(*facts: Fact) -> list[tuple[int, tuple[tuple[str, str], ...]]]:
    return [(fact.at, answers) for fact, answers in rounds(facts) if isinstance(fact, ProtocolAnswered)]


def test_01_ten_questions_are_one_line_with_every_answer() -> None:
    first, second = answered(1, weapon="none"), answered(3, weapon="none", age="adult")
    assert told(first, level(2), second, level(4)) == [(3, (("weapon", "none"), ("age", "adult")))]


def test_02_a_correction_after_something_else_happened_tells_only_what_changed() -> None:
    words = DetailsAdded("area/town", 2, "i1")
    sent = level(3)
    moved = Fact("area/town", 4)
    corrected = answered(5, weapon="unknown", age="adult")
    assert told(answered(1, weapon="none", age="adult"), words, sent, moved, corrected) == [
        (1, (("weapon", "none"), ("age", "adult"))), (5, (("weapon", "unknown"),)),
    ]  # fmt: skip


def test_03_question_and_answer_are_words_in_the_readers_language() -> None:
    english, spanish = (say_answers(PROTOCOL, [("weapon", "none")], language)[0] for language in ("en", "es"))
    assert english[0] == PROTOCOL.get_question("weapon").texts["en"]
    assert english[1] == "None"
    assert spanish[0] == PROTOCOL.get_question("weapon").texts["es"]
    assert spanish != english


def test_04_a_protocol_no_longer_in_the_library_still_reads() -> None:
    assert say_answers(None, [("last_seen", "at_home")], "en") == [("last seen", "at home")]
