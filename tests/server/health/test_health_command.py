"""``alongside health``: what a running server says of itself, and what is said when none runs."""

import pytest

from alongside.server.health.cli import main
from tests.server.running import Server, free_port


def test_a_running_server_says_that_all_is_well(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--url", server.url]) == 0
    assert "well             True" in capsys.readouterr().out


def test_where_nobody_answers_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--url", f"http://127.0.0.1:{free_port()}"]) == 2
    assert "Start one with ./dev up" in capsys.readouterr().err
