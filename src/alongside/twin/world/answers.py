"""What a caller answers: a story's own answers first, then whatever else the protocol asks."""

from collections.abc import Mapping, Sequence

from alongside.core.intake.condition import UNKNOWN
from alongside.core.intake.protocol import Protocol, list_codes
from alongside.core.intake.triage import run
from alongside.twin.draw import Dice
from alongside.twin.world.numbers import Story, World

RARELY_ASKED = 0.25  # share of the questions that are neither critical nor known to the world which a call-taker still gets to


def sample_answers(
    dice: Dice, world: World, questions: Protocol, story: Story, examples: Sequence[Mapping[str, str]], entity: str, language: str
) -> tuple[tuple[str, str], ...]:
    """All answers of one call, critical ones first, as (question, answer). Only answers the protocol has."""
    if any(name not in questions.compiled.index for name in story.answers):
        return _from_example(dice, questions, examples, entity)
    given = {name: dice.choose(weights, entity, f"answer {name}") for name, weights in story.answers.items()}
    given |= {"interpreter": "yes" if language == "es" else "no"} if "interpreter" in questions.compiled.index else {}
    return _complete(dice, world, questions, given, entity)


def _from_example(dice: Dice, questions: Protocol, examples: Sequence[Mapping[str, str]], entity: str) -> tuple[tuple[str, str], ...]:
    """Another protocol than the stories speak: one of its own example calls that says enough to be assessed."""
    told = [example for example in examples if example]
    if not told:
        return ()
    chosen = told[int(dice.uniform(entity, "example") * len(told))]
    return _in_order(questions, chosen)


def _complete(dice: Dice, world: World, questions: Protocol, given: dict[str, str], entity: str) -> tuple[tuple[str, str], ...]:
    """Ask on until nothing critical is open and each question that applies has had its chance."""
    heard: dict[str, str] = {}  # "" for what was passed over
    while following := [name for name in run(questions, _said(heard)).asked if name not in heard]:
        heard |= {name: _answer(dice, world, questions, given, name, entity) for name in following}
    asked = frozenset(run(questions, _said(heard)).asked)  # a later answer may have shown that an earlier question does not apply
    return _in_order(questions, {name: answer for name, answer in _said(heard).items() if name in asked})


def _said(heard: Mapping[str, str]) -> dict[str, str]:
    return {name: answer for name, answer in heard.items() if answer}


def _answer(dice: Dice, world: World, questions: Protocol, given: Mapping[str, str], name: str, entity: str) -> str:
    question = questions.get_question(name)
    codes = list_codes(question)
    if given.get(name) in codes:
        return given[name]
    weights = {code: weight for code, weight in world.answers.get(name, {}).items() if code in codes}
    if weights:
        return dice.choose(weights, entity, f"answer {name}")
    if question.critical:
        return UNKNOWN
    return UNKNOWN if dice.happens(RARELY_ASKED, entity, f"asked {name}") else ""


def _in_order(questions: Protocol, said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    critical = [one.id for one in questions.questions if one.critical]
    others = [one.id for one in questions.questions if not one.critical]
    return tuple((name, said[name]) for name in (*critical, *others) if name in said)
