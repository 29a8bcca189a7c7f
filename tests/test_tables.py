"""The browser's copy of the life tables is what the core says."""

import pytest

from alongside import tables
from alongside.core.life import ASSIGNMENT


def test_the_browsers_tables_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert tables.main(["--check"]) == 0, capsys.readouterr().out


def test_every_step_of_an_assignment_is_in_the_browsers_table() -> None:
    text = tables.render()
    block = text[text.index("ASSIGNMENT = ") : text.index("UNIT = ")]
    assert all(f'"{status.value}"' in block for status in ASSIGNMENT)


def test_a_table_that_differs_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tables.TARGET.with_name("no-such-tables.ts")
    monkeypatch.setattr(tables, "TARGET", stale)
    assert tables.main(["--check"]) == 1
