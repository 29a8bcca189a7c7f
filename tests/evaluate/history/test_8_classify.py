"""Which calls are behavioural-health, and by which rule."""

import polars as pl
import pytest

from alongside.evaluate.history.classify import CERTAINTY, CLASSES, Classifier, decide, list_rules, normalise, read_rule
from alongside.library.reading import Mistake, parse_yaml


@pytest.mark.parametrize(
    ("text", "behavioural", "rule"),
    [
        ("Emotionally Disturb Person (P)", "behavioural", "emotional"),
        ("SUICIDE IN PROG INJ/PILLS", "behavioural", "suicide"),
        ("PSYCHIATRIC EMERGENCY ALS 1", "behavioural", "mental"),
        ("5150V · mental health crisis, violent or urgent", "behavioural", "legal-hold"),
        ("Overdose-Accidental (E)", "behavioural", "overdose"),
        ("ALTERED MENTAL STATUS", "possible", "altered-mind"),
        ("CHECK THE WELFARE", "possible", "welfare"),
        ("DIP - DRUNK/INTOX PERSON", "possible", "drunk"),
        ("DRUNK DRIVER", "not", "no-rule"),
        ("ENVIRONMENTAL CRIME", "not", "no-rule"),
        ("ALARM COMMERCIAL", "not", "not-a-person"),
        (None, "unknown", "no-words"),
    ],
)
def test_1_the_words_decide_and_the_rule_is_named(text, behavioural, rule):
    verdict = Classifier().judge(text, None)
    assert (verdict[0], verdict[2]) == (behavioural, rule)


def test_2_every_rule_has_its_own_id_and_known_words():
    rules = list_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    assert {rule.behavioural for rule in rules} <= set(CLASSES)
    assert {rule.certainty for rule in rules} <= set(CERTAINTY)


def test_3_a_disposition_may_say_more_than_the_type():
    assert Classifier().judge("Trespass", "Emergency detention")[:3] == ("behavioural", "mental_health", "legal-hold")


def test_4_each_pair_of_words_is_judged_once():
    judge, calls = Classifier(), pl.DataFrame({"type": ["Suicide"] * 9, "initial_type": [None] * 9, "type_words": [None] * 9})
    calls = calls.with_columns(disposition_text=pl.lit(None, pl.String), narrative=pl.lit(None, pl.String)).cast(pl.String)
    assert judge.classify(calls)["behavioural"].to_list() == ["behavioural"] * 9
    assert len(judge.seen) == 1


def test_5_words_are_compared_without_signs_or_capitals():
    assert normalise("--Mental_Health  (P)") == " mental health p "
    assert decide("type", " ", list_rules()) is None


def test_6_a_rule_that_cannot_be_right_is_refused_with_its_line():
    text = "rules:\n  - id: a\n    kind: b\n    class: maybe\n    certainty: weak\n    words: x\n"
    with pytest.raises(Mistake, match="must be one of") as caught:
        read_rule(parse_yaml(text, "rules.yaml"), 0)
    assert (caught.value.line, caught.value.field) == (4, "rules.0.class")
