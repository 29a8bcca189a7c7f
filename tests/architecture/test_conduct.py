"""Gate: what code may do. Each gate is shown to catch a planted offender."""

import pytest

from tests.architecture import conduct
from tests.architecture.tree import File, list_ours, show

CORE, SERVER = "src/alongside/core/a.py", "src/alongside/server/intake/a.py"


def test_core_reads_no_clock_and_throws_no_dice() -> None:
    found = conduct.outside_calls(list_ours("src/alongside/core/"))
    assert not found, show(found)


def test_only_the_ledger_writes_ledger_rows() -> None:
    files = list_ours("src/")
    found = conduct.foreign_writes(files, conduct.ledger_tables(files))
    assert not found, show(found)


def test_models_are_written_only_where_rows_are_owned() -> None:
    found = conduct.orm_writes(list_ours("src/"))
    assert not found, show(found)


def test_nothing_runs_behind_the_readers_back() -> None:
    found = conduct.hidden_callbacks(list_ours("src/"))
    assert not found, show(found)


def test_no_error_is_swallowed() -> None:
    found = conduct.silent_handlers(list_ours("src/", "bench/", "tests/"))
    assert not found, show(found)


def test_every_test_can_fail() -> None:
    found = conduct.tests_without_assertion(list_ours("tests/"))
    assert not found, show(found)


@pytest.mark.parametrize(
    "line", ["time.time()", "datetime.now(UTC)", "datetime.datetime.utcnow()", "random.random()", "uuid.uuid4()", "open('a')", "hash('a')"]
)
def test_gate_sees_clock_dice_and_world(line: str) -> None:
    assert len(conduct.outside_calls([File(CORE, f"x = {line}\n")])) == 1


def test_gate_lets_the_core_use_times_handed_in() -> None:
    assert conduct.outside_calls([File(CORE, "x = board.time(now)\ny = board.open_incidents()\n")]) == []


@pytest.mark.parametrize(
    "text", ["INSERT INTO fact VALUES (1)", "UPDATE fact SET a = 1", 'DELETE FROM "fact"', "INSERT OR IGNORE INTO fact"]
)
def test_gate_sees_sql_that_writes_a_ledger_table(text: str) -> None:
    ledger = File("src/alongside/ledger/tables.py", 'DDL = "CREATE TABLE IF NOT EXISTS fact (seq integer)"')
    planted = File(SERVER, f"database.execute({text!r})")
    assert conduct.foreign_writes([ledger, planted], conduct.ledger_tables([ledger, planted])) == [f"{SERVER}:1 writes fact"]


def test_gate_sees_sql_that_hides_its_table() -> None:
    planted = File(SERVER, 'q = f"INSERT INTO {table} VALUES (1)"')
    assert conduct.foreign_writes([planted], set()) == [f"{SERVER}:1 writes a table it does not name"]


def test_gate_lets_other_tables_and_plain_words_be() -> None:
    planted = File(SERVER, 'a = "INSERT INTO position VALUES (1)"\nb = "UPDATE your browser"')
    assert conduct.foreign_writes([planted], {"fact"}) == []


@pytest.mark.parametrize(
    "line", ["unit.save()", "Unit.objects.create(a=1)", "Unit.objects.filter(a=1).update(a=2)", "Unit.objects.all().delete()"]
)
def test_gate_sees_model_writes(line: str) -> None:
    assert len(conduct.orm_writes([File(SERVER, line)])) == 1
    assert conduct.orm_writes([File("src/alongside/server/people/a.py", line)]) == []


@pytest.mark.parametrize(
    "line",
    ["from django.dispatch import receiver", "from django.db.models import signals", "from django.db.models.signals import post_save"],
)
def test_gate_sees_signals(line: str) -> None:
    assert conduct.hidden_callbacks([File(SERVER, line)])


@pytest.mark.parametrize("body", ["pass", "...", "'never mind'"])
def test_gate_sees_a_swallowed_error(body: str) -> None:
    planted = File(SERVER, f"try:\n    f()\nexcept OSError:\n    {body}\n")
    assert conduct.silent_handlers([planted]) == [f"{SERVER}:3 swallows an error"]


def test_gate_sees_everything_suppressed() -> None:
    assert conduct.silent_handlers([File(SERVER, "with contextlib.suppress(Exception):\n    f()\n")])


def test_gate_sees_a_test_that_cannot_fail() -> None:
    planted = "def test_a():\n    f()\ndef test_b():\n    assert f()\ndef test_c():\n    with pytest.raises(OSError):\n        f()\n"
    assert conduct.tests_without_assertion([File("tests/test_a.py", planted)]) == ["tests/test_a.py:1 test_a asserts nothing"]
