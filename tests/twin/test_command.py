"""``alongside twin run``: some hours in memory, and what came of them."""

import json

import pytest

from alongside.twin.cli import main


def test_three_hours_are_lived_with_nobody_between_hands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--hours", "3", "--start", "2026-06-05T16:00", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["calls"] > 0
    assert told["nobody_responsible"] == 0


def test_a_program_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--program", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
