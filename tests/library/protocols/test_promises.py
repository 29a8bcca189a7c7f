"""2 · What every bundled protocol promises, whatever is answered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.intake.condition import NOT_ASKED, UNKNOWN, list_leaves
from alongside.core.intake.protocol import list_codes
from alongside.core.intake.triage import OTHERWISE, run
from alongside.library.protocols.load import list_protocols, load_protocol

PROTOCOLS = [load_protocol(name) for name in list_protocols()]


@st.composite
def calls(draw):
    """A protocol, and some of its questions answered in some way."""
    protocol = draw(st.sampled_from(PROTOCOLS))
    chosen = draw(st.lists(st.sampled_from(protocol.questions), unique_by=lambda question: question.id))
    return protocol, {question.id: draw(st.sampled_from((*list_codes(question), NOT_ASKED))) for question in chosen}


def height(level):
    """Not yet assessed stands below every level here: learning nothing new must never take an assessment away."""
    return -1 if level is None else int(level)


@settings(max_examples=400, deadline=None)
@given(calls(), st.data())
def test_1_adding_an_unknown_never_lowers_a_level(call, data):
    protocol, answers = call
    question = data.draw(st.sampled_from(protocol.questions)).id
    if answers.get(question, NOT_ASKED) == NOT_ASKED:
        before, after = run(protocol, answers), run(protocol, {**answers, question: UNKNOWN})
        assert height(after.level) >= height(before.level)
        assert set(before.hard_stops) <= set(after.hard_stops)
        assert set(before.requirements) <= set(after.requirements)


@settings(max_examples=300, deadline=None)
@given(calls())
def test_2_the_deciding_rule_is_always_one_and_defined(call):
    protocol, answers = call
    triage = run(protocol, answers)
    by_id = {rule.id: rule for rule in protocol.rules}
    if triage.level is None:
        assert triage.rule == ""
        assert triage.missing
    elif triage.rule == OTHERWISE:
        assert triage.level == protocol.otherwise
    else:
        assert by_id[triage.rule].level == triage.level == max(by_id[rule].level for rule in triage.fired if by_id[rule].level is not None)


@settings(max_examples=200, deadline=None)
@given(calls(), st.randoms())
def test_3_the_order_in_which_answers_came_does_not_matter(call, random):
    protocol, answers = call
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert run(protocol, dict(shuffled)) == run(protocol, answers)


@settings(max_examples=200, deadline=None)
@given(calls(), st.data())
def test_4_taking_an_answer_back_is_the_same_as_never_having_given_it(call, data):
    protocol, answers = call
    question = data.draw(st.sampled_from(protocol.questions)).id
    without = {id: answer for id, answer in answers.items() if id != question}
    assert run(protocol, {**answers, question: NOT_ASKED}) == run(protocol, without)


@settings(max_examples=200, deadline=None)
@given(calls())
def test_5_every_requirement_names_an_answer_that_was_given(call):
    protocol, answers = call
    for requirement in run(protocol, answers).requirements:
        assert answers[requirement.question] == requirement.answer


@settings(max_examples=100, deadline=None)
@given(calls())
def test_6_what_would_change_the_level_does_change_it(call):
    protocol, answers = call
    triage = run(protocol, answers)
    for question, answer, level in triage.would_change:
        assert run(protocol, {**answers, question: answer}).level == level != triage.level


def test_7_age_disability_and_language_never_require_police():
    protocol = load_protocol("alongside-default")
    about_the_person = {"age", "adult_with_them", "dementia", "autism", "intellectual_disability", "interpreter", "no_uniform"}
    for rule in protocol.rules:
        if "police" in rule.requires:
            assert about_the_person.isdisjoint(leaf.question for leaf in list_leaves(rule.when)), rule.id


def test_8_the_critical_questions_come_first_and_are_few():
    protocol = load_protocol("alongside-default")
    calm = {"life_threat": "none", "concern": "distress", "weapon": "none"}
    assert len([id for id in run(protocol, calm).asked if protocol.get_question(id).critical]) <= 8
    kinds = [question.critical for question in protocol.questions]
    assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda protocol: protocol.id)
def test_9_everything_said_is_there_in_english_and_spanish(protocol):
    for words in (protocol.labels, *(rule.labels for rule in protocol.rules), *(question.texts for question in protocol.questions)):
        assert set(words) == {"en", "es"}
        assert all(text.strip() for text in words.values())


def test_10_the_clock_answers_for_houstons_hours():
    protocol = load_protocol("houston-ccd")
    assert protocol.answer_clock(weekday=6, minute=6 * 60) == {"within_hours": "yes"}
    assert protocol.answer_clock(weekday=6, minute=22 * 60) == {"within_hours": "no"}
