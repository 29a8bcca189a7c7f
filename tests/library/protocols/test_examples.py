"""3 · Every protocol's own example calls come out as written, and the command line says which rule decided."""

import pytest

from alongside.library.protocols.cli import main
from alongside.library.protocols.examples import load_examples, run_example
from alongside.library.protocols.load import HERE, list_protocols, load_protocol

EXAMPLES = [(name, example) for name in list_protocols() for example in load_examples(name)]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {example.call}" for name, example in EXAMPLES])
def test_1_each_example_call_comes_out_as_written(name, example):
    assert run_example(load_protocol(name), example).wrong == ()


@pytest.mark.parametrize("name", ["alongside-default", "denver-star"])
def test_2_each_rule_that_stops_or_excludes_has_an_example(name):
    fired = {rule for example in load_examples(name) for rule in run_example(load_protocol(name), example).triage.fired}
    guarded = {rule.id for rule in load_protocol(name).rules if rule.excludes}
    assert guarded <= fired


def test_3_the_command_line_prints_the_deciding_rule(capsys):
    assert main(["test", "denver-star"]) == 0
    said = capsys.readouterr().out
    assert "level 2 by suits_community_responder" in said
    assert "4 of 4 example calls came out as written" in said


def test_4_an_example_that_comes_out_differently_fails_with_its_line(tmp_path, capsys):
    file = tmp_path / "edited.yaml"
    text = (HERE / "denver-star.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("rule: needs_ambulance", "rule: suits_community_responder"), encoding="utf-8")
    assert main(["test", str(file)]) == 1
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "call: Undressed and bleeding" in words)
    assert f"line {line}: rule should be suits_community_responder, came out needs_ambulance" in capsys.readouterr().out


def test_5_an_unknown_protocol_is_told_in_a_sentence(capsys):
    assert main(["test", "nowhere"]) == 1
    assert "There is no protocol “nowhere”: give a file, or one of alongside-default" in capsys.readouterr().err
