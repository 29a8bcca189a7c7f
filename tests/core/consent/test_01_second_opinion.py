"""Histories of consent against an oracle written apart from the product; and bugs that each would catch."""

import random
from collections.abc import Callable
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.core.consent import holding
from alongside.core.consent.state import Consent
from tests.core.consent.histories import History, Question, apart, ask, live, near, ours, theirs


def differing(dice: random.Random, histories: int, questions: int = 6) -> list[tuple[object, bool, str]]:
    """Questions on which the two do not agree."""
    found = []
    for _ in range(histories):
        history = live(dice, dice.randint(1, 7))
        for one in ((ask(dice), near(dice, history), apart(dice, history))[at % 3] for at in range(questions)):
            mine, other = ours(history, one), theirs(history, one)
            if (mine.state == "given") is not other:
                found.append((one, other, mine.state))
    return found


@given(some.randoms(use_true_random=False))
def test_01_thrown_histories_agree_with_the_oracle(dice: random.Random) -> None:
    assert differing(dice, 1, 3) == []


def test_02_a_sample_agrees_and_many_of_its_questions_are_answered_yes() -> None:
    dice = random.Random(7)
    assert differing(dice, 100) == []
    histories = [live(dice, 5) for _ in range(400)]
    states = [ours(history, near(dice, history)).state for history in histories]
    assert {"given", "declined", "withdrawn", "expired", "deficient", "not_asked"} == set(states)
    assert states.count("given") > 30


@pytest.mark.deep
def test_03_ten_thousand_histories_agree() -> None:
    assert differing(random.Random(8), 10_000) == []


Patch = Callable[[pytest.MonkeyPatch], None]
SPEAKS, NAMES, STATE = holding._speaks_of, holding._names, Consent.state_at


def _set(name: str, value: object) -> Patch:
    return lambda patch: patch.setattr(holding, name, value)


def _state(state: Callable[[Consent, int], str]) -> Patch:
    return lambda patch: patch.setattr(Consent, "state_at", state)


BUGS: dict[str, Patch] = {
    "what it speaks of does not matter": _set("_speaks_of", lambda one, asked: True),
    "who holds it does not matter": _set("_speaks_of", lambda one, asked: SPEAKS(one, asked._replace(holder=next(iter(one.holders), "")))),
    "which field does not matter": _set("_speaks_of", lambda one, asked: SPEAKS(one, asked._replace(field=next(iter(one.what), "")))),
    "whom it names does not matter": _set("_names", lambda one, person, reader: True),
    "treating is not looked at": _set("_names", lambda one, person, reader: reader.agency in one.recipients),
    "the clock does not matter": _state(lambda one, now: one.state),
    "it ends a moment late": _state(lambda one, now: STATE(one, now - 1)),
    "what lacks something opens": _state(lambda one, now: "given" if one.state == "deficient" else STATE(one, now)),
    "what was taken back opens": _state(lambda one, now: "given" if one.state == "withdrawn" else STATE(one, now)),
    "what has ended opens": _state(lambda one, now: "given" if one.state == "expired" else STATE(one, now)),
    "a Part 2 word is asked as its own class": lambda patch: patch.setattr(
        "tests.core.consent.histories.asked_as", lambda data_class, marks: data_class
    ),
    "a consent for Part 2 records opens a counselor's notes": lambda patch: patch.setattr(
        "tests.core.consent.histories.asked_as", lambda data_class, marks: "part2" if "part2" in marks else data_class
    ),
    "anybody named is a party to the proceeding": _set(
        "_names", lambda one, person, reader: NAMES(one, person, reader) or reader.agency in one.recipients
    ),
    "a proceeding without a court named": _set(
        "_names",
        lambda one, person, reader: (one.kind == "part2_proceedings" and reader.role == "privacy_officer") or NAMES(one, person, reader),
    ),
    "a no closes only itself": _set("max", lambda numbers, key=None, **more: max(numbers, key=key, **more) if key else 0),
    "the oldest no counts, not the newest": _set(
        "max", lambda things, key=None, **more: max(things, key=lambda one: -one.turn) if key else min(list(things))
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def around() -> list[tuple[History, Question, bool]]:
    """A sample, and what the oracle says of it."""
    dice = random.Random(7)
    lives = [live(dice, 6) for _ in range(150)]
    asked = [(history, one(dice, history)) for history in lives for one in (near, near, apart, apart)]
    return [(*one, theirs(*one)) for one in asked]


@pytest.mark.parametrize("bug", BUGS)
def test_04_the_sample_catches(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = around()
    monkeypatch.setattr(holding, "max", max, raising=False)
    BUGS[bug](monkeypatch)
    assert any((ours(history, one).state == "given") is not other for history, one, other in sample)
