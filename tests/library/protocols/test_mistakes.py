"""4 · A protocol that could mislead is refused, with file, line and field."""

import pytest

from alongside.library.protocols.load import read_protocol
from alongside.library.reading import Mistake, parse_yaml
from alongside.library.shape import Part

TEXT = """\
id: small
version: "1"
label: {en: Small, es: Pequeño}
questions:
  - id: weapon
    critical: true
    answers: yes_no
    say: {en: "Is there a weapon?", es: "¿Hay un arma?"}
  - id: kind
    answers:
      - {code: calm, key: c, en: Calm, es: Tranquila}
      - {code: loud, key: l, en: Loud, es: Ruidosa}
    say: {en: "How are they?", es: "¿Cómo está?"}
rules:
  - id: armed
    when: {is: {weapon: yes}}
    level: 4
    requires: [police]
    police: lead
    label: {en: Armed, es: Armada}
"""


def read(text):
    return read_protocol(Part(parse_yaml(text, "small.yaml")))


def test_1_the_small_protocol_is_right_as_it_stands():
    assert [rule.id for rule in read(TEXT).rules] == ["armed"]


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("critical: true", "crucial: true", 6, "questions.0.crucial", "not a field here"),
        ("weapon: yes", "wepon: yes", 16, "rules.0.when.is.wepon", "not a question"),
        ("weapon: yes", "weapon: maybe", 16, "rules.0.when.is.weapon", "not known here"),
        ("weapon: yes", "weapon: not_asked", 16, "rules.0.when.is.weapon", "not known here"),
        ("when: {is: {weapon: yes}}", "when: {has: {weapon: yes}}", 16, "rules.0.when.has", "not a field here"),
        ("when: {is: {weapon: yes}}", "when: {is: {weapon: yes}, not: {is: {weapon: no}}}", 16, "rules.0.when", "exactly one of"),
        ("when: {is: {weapon: yes}}", "when: {all: []}", 16, "rules.0.when.all", "at least 1"),
        ("when: {is: {weapon: yes}}", "when: {is: {weapon: []}}", 16, "rules.0.when.is.weapon", "names no answer"),
        ("level: 4", "level: 5", 17, "rules.0.level", "from 0 to 4"),
        ("requires: [police]", "requires: [cavalry]", 18, "rules.0.requires.0", "not known here"),
        ("police: lead", "police: none", 19, "rules.0.police", "police are required in a role"),
        ("requires: [police]", "requires: [ems]", 19, "rules.0.police", "police are required in a role"),
        ("id: kind", "id: weapon", 9, "questions.1.id", "there already"),
        ("code: loud", "code: calm", 12, "questions.1.answers.1.code", "there already"),
        ("key: l", "key: c", 12, "questions.1.answers.1.key", "one key"),
        ("key: l", "key: u", 12, "questions.1.answers.1.key", "unknown"),
        ("code: loud", "code: unknown", 12, "questions.1.answers.1.code", "belongs to every question"),
        (', es: "¿Cómo está?"', "", 13, "questions.1.say.es", "is missing"),
        ("id: armed", "id: otherwise", 15, "rules.0.id", "there already"),
        ("label: {en: Small", "hours: daily 06:00-22:00\nlabel: {en: Small", 3, "hours", "no question has"),
        ("  - id: kind\n", "  - id: kind\n    source: clock\n", 1, "hours", "asks the clock"),
        ("level: 4", "level: four", 17, "rules.0.level", "whole number"),
    ],
)
def test_2_each_mistake_names_its_line_and_field(old, new, line, field, words):
    assert TEXT.count(old) >= 1
    with pytest.raises(Mistake, match=words) as caught:
        read(TEXT.replace(old, new, 1))
    assert (caught.value.file, caught.value.line, caught.value.field) == ("small.yaml", line, field)


def test_3_an_unknown_may_not_lower_the_level():
    lowering = TEXT.replace("weapon: yes", "weapon: unknown").replace("level: 4", "level: 0")
    with pytest.raises(Mistake, match="may never lower the level below 1"):
        read(lowering)


def test_4_a_critical_question_may_not_hang_on_an_optional_one():
    place = """\
  - id: place
    critical: true
    asked_when: {is: {kind: loud}}
    answers: yes_no
    say: {en: "Where?", es: "¿Dónde?"}
"""
    with pytest.raises(Mistake, match="depends on “kind”, which is not critical") as caught:
        read(TEXT.replace("rules:\n", place + "rules:\n"))
    assert (caught.value.line, caught.value.field) == (16, "questions.2.asked_when")


def test_5_a_question_may_look_only_at_earlier_ones():
    text = TEXT.replace("  - id: weapon\n", "  - id: weapon\n    asked_when: {is: {kind: loud}}\n")
    with pytest.raises(Mistake, match="not a question that can be looked at here"):
        read(text)
