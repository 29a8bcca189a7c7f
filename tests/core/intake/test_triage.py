"""1 · Triage runs a protocol over the answers given so far."""

import pytest

from alongside.core.codes import Level, PoliceRole
from alongside.core.intake.condition import All, Any, Is, Not
from alongside.core.intake.protocol import Answer, Protocol, Question, Rule
from alongside.core.intake.triage import Exclusion, run
from alongside.core.party import Requirement
from alongside.core.refused import Refused

YES_NO = (Answer("yes", "y", {}), Answer("no", "n", {}))
PLACES = (Answer("in_hand", "h", {}), Answer("in_home", "i", {}))
QUESTIONS = (
    Question("weapon", YES_NO, {}, critical=True),
    Question("weapon_place", PLACES, {}, critical=True, asked_when=Is("weapon", ("yes",))),
    Question("hurt", YES_NO, {}, critical=True),
    Question("willing", YES_NO, {}),
)
HELD = All((Is("weapon", ("yes",)), Is("weapon_place", ("in_hand",))))
RULES = (
    Rule("weapon_in_hand", HELD, Level.EMERGENT, ("police",), PoliceRole.LEAD, hard_stop=True),
    Rule("hurt", Is("hurt", ("yes",)), Level.EMERGENT, ("ems",), crews=("ems",)),
    Rule("weapon_somewhere", Is("weapon", ("yes", "unknown")), Level.MODERATE, excludes=("community_responder",)),
    Rule("no_weapon", Not(Is("weapon", ("yes",))), Level.NOT_BEHAVIOURAL),
    Rule("unwilling", Is("willing", ("no",)), requires=("clinician",)),
)
PROTOCOL = Protocol("test", "1", {}, QUESTIONS, RULES)


def test_1_before_the_critical_questions_are_answered_nothing_is_assessed():
    triage = run(PROTOCOL, {})
    assert (triage.level, triage.rule, triage.missing, triage.next_question) == (None, "", ("weapon", "hurt"), "weapon")


def test_2_an_urgent_rule_decides_at_once_whatever_is_still_missing():
    triage = run(PROTOCOL, {"hurt": "yes"})
    assert (triage.level, triage.rule, triage.missing, triage.crews) == (Level.EMERGENT, "hurt", ("weapon",), ("ems",))


def test_3_a_lesser_rule_waits_for_every_critical_question():
    assert run(PROTOCOL, {"weapon": "unknown"}).level is None
    triage = run(PROTOCOL, {"weapon": "unknown", "hurt": "no"})
    assert (triage.level, triage.rule) == (Level.MODERATE, "weapon_somewhere")


def test_4_unknown_never_counts_as_no():
    triage = run(PROTOCOL, {"weapon": "unknown", "hurt": "unknown"})
    assert "no_weapon" not in triage.fired
    assert "no_weapon" in run(PROTOCOL, {"weapon": "no", "hurt": "no"}).fired


def test_5_not_asked_leaves_a_question_open():
    triage = run(PROTOCOL, {"weapon": "not_asked", "hurt": "no"})
    assert (triage.level, triage.missing) == (None, ("weapon",))


def test_6_each_requirement_names_the_question_and_the_answer_that_set_it():
    triage = run(PROTOCOL, {"weapon": "yes", "weapon_place": "in_hand", "hurt": "yes", "willing": "no"})
    named = [("police", "weapon", "yes"), ("ems", "hurt", "yes"), ("clinician", "willing", "no")]
    assert triage.requirements == tuple(Requirement(*one) for one in named)
    assert (triage.hard_stops, triage.police) == (("weapon_in_hand",), PoliceRole.LEAD)


def test_7_a_tie_goes_to_the_hard_stop_then_to_the_earlier_rule():
    both = {"weapon": "yes", "weapon_place": "in_hand", "hurt": "yes"}
    assert run(PROTOCOL, both).rule == "weapon_in_hand"
    turned = Protocol("turned", "1", {}, QUESTIONS, (RULES[1], RULES[0]))
    assert run(turned, both).rule == "weapon_in_hand"
    equal = Protocol("equal", "1", {}, QUESTIONS, (Rule("first", Is("hurt", ("yes",)), Level.EMERGENT), RULES[1]))
    assert run(equal, {"hurt": "yes"}).rule == "first"


def test_8_a_correction_sets_aside_what_was_asked_because_of_the_wrong_answer():
    held = Protocol("held", "1", {}, QUESTIONS, (Rule("held", Is("weapon_place", ("in_hand",)), Level.EMERGENT, hard_stop=True),))
    wrong = run(held, {"weapon": "yes", "weapon_place": "in_hand", "hurt": "no"})
    corrected = run(held, {"weapon": "no", "weapon_place": "in_hand", "hurt": "no"})
    assert (wrong.level, wrong.hard_stops) == (Level.EMERGENT, ("held",))
    assert (corrected.level, corrected.hard_stops) == (Level.ROUTINE, ())
    assert corrected.asked == ("weapon", "hurt", "willing")


def test_9_without_a_rule_the_protocols_otherwise_decides():
    quiet = Protocol("quiet", "1", {}, QUESTIONS, RULES[:2], otherwise=Level.ROUTINE)
    triage = run(quiet, {"weapon": "no", "hurt": "no"})
    assert (triage.level, triage.rule) == (Level.ROUTINE, "otherwise")


def test_10_an_excluded_crew_names_the_rule_and_the_answer():
    triage = run(PROTOCOL, {"weapon": "yes", "weapon_place": "in_home", "hurt": "no"})
    assert triage.not_eligible == (Exclusion("community_responder", "weapon_somewhere", "weapon", "yes"),)


def test_11_it_says_what_it_would_take_to_change_the_level():
    triage = run(PROTOCOL, {"weapon": "yes", "weapon_place": "in_home", "hurt": "no"})
    assert ("weapon_place", "in_hand", Level.EMERGENT) in triage.would_change
    assert ("weapon", "no", Level.NOT_BEHAVIOURAL) in triage.would_change
    assert all(level != triage.level for _, _, level in triage.would_change)


@pytest.mark.parametrize(
    ("answers", "code", "parameters"),
    [
        ({"colour": "red"}, "question_unknown", {"question": "colour"}),
        ({"weapon": "maybe"}, "answer_unknown", {"question": "weapon", "answer": "maybe"}),
    ],
)
def test_12_an_unknown_question_or_answer_is_refused(answers, code, parameters):
    with pytest.raises(Refused) as caught:
        run(PROTOCOL, answers)
    assert (caught.value.code, caught.value.parameters) == (code, parameters)


def test_13_any_needs_one_and_all_needs_every_part():
    rules = (
        Rule("either", Any((Is("weapon", ("yes",)), Is("hurt", ("yes",)))), Level.URGENT),
        Rule("neither", Not(Any((Is("weapon", ("yes",)), Is("hurt", ("yes",))))), Level.ROUTINE),
    )
    protocol = Protocol("both", "1", {}, (QUESTIONS[0], QUESTIONS[2]), rules)
    assert run(protocol, {"weapon": "no", "hurt": "yes"}).fired == ("either",)
    assert run(protocol, {"weapon": "no", "hurt": "no"}).fired == ("neither",)
    assert run(protocol, {"weapon": "no", "hurt": "unknown"}).fired == ()
