"""The `alongside` command line: every command explains itself; what is missing is said in a sentence."""

import os
from pathlib import Path

import pytest

from alongside import cli


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commands of our own: one that tells what it was given, one whose package is not installed."""
    (tmp_path / "planted_echo.py").write_text("def main(argv):\n    print(argv)\n    return 3\n")
    (tmp_path / "planted_needy.py").write_text("import duckdb_not_here\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    commands = (cli.Command(("say", "it"), "planted_echo", ("first",), "-"), cli.Command(("needy",), "planted_needy", (), "-"))
    monkeypatch.setattr(cli, "COMMANDS", (*commands, cli.Command(("gone",), "planted_gone.deep", (), "-")))
    return tmp_path


def test_a_command_gets_the_callers_words_and_answers_with_its_own_code(planted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["say", "it", "--loud", "a"]) == 3
    assert capsys.readouterr().out == "['first', '--loud', 'a']\n"


def test_data_folder_is_honoured_by_every_command(planted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", "elsewhere")
    cli.main(["--data", str(planted), "say", "it"])
    assert os.environ["ALONGSIDE_DATA"] == str(planted)


def test_a_missing_package_is_named_with_its_lock_group(planted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["needy"]) == 2
    assert "needs the Python package duckdb_not_here" in capsys.readouterr().err
    assert "lock group plan" in cli.name_missing(cli.COMMANDS[0], "duckdb.typing")


def test_a_command_of_another_version_is_told(planted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gone"]) == 2
    assert capsys.readouterr().err == "“gone” is not part of this version: planted_gone.deep does not exist.\n"


def test_unknown_words_are_named_and_the_commands_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lay", "eggs"]) == 2
    told = capsys.readouterr()
    assert "no command “lay eggs”" in told.err
    assert all(" ".join(command.words) in told.out for command in cli.COMMANDS)


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: " ".join(command.words))
def test_every_command_explains_itself(command: cli.Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.is_here(command.module), f"{command.module} does not exist"
    with pytest.raises(SystemExit) as stop:
        cli.main([*command.words, "--help"])
    assert stop.value.code == 0
    assert "usage" in capsys.readouterr().out.lower()
