"""Rows are added, never changed: every verb is refused on both databases, and a ledger without its guards is not opened."""

import pytest

from alongside.ledger.engine import Engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.refused import LedgerRefused
from tests.ledger.conftest import Open
from tests.ledger.town_clock import call, open_town

CHANGES = (
    "UPDATE {table} SET {column} = {column}",
    "UPDATE {table} SET {column} = {column} WHERE 1 = 0",
    "DELETE FROM {table}",
)
FORGED = "'Forged', kind_version, happened_at, recorded_at, \"by\", request_id, part, cause, body, previous_hash, hash"
COLUMN = {"fact": "body", "request": "body", "enclosure": "digest", "erasure": "owner_id"}


@pytest.fixture
def worked(ledger: Ledger) -> Ledger:
    open_town(ledger).record(call())
    return ledger


@pytest.mark.parametrize("table", ["fact", "request"])
@pytest.mark.parametrize("change", [CHANGES[0], CHANGES[2]])
def test_01_changing_and_deleting_are_refused(worked: Ledger, engine: Engine, table: str, change: str) -> None:
    before = engine.fetch(f"SELECT count(*) FROM {table}")
    with pytest.raises(engine.conflicts, match="append-only"):
        engine.execute(change.format(table=table, column=COLUMN[table]))
    assert engine.fetch(f"SELECT count(*) FROM {table}") == before


def test_02_replacing_a_row_is_refused(worked: Ledger, engine: Engine) -> None:
    head = worked.head.seq
    copy = f"SELECT seq, stream, version, {FORGED}"
    verbs = {
        "sqlite": ("INSERT OR REPLACE INTO fact {copy} FROM fact WHERE seq = ?", "REPLACE INTO fact {copy} FROM fact WHERE seq = ?"),
        "postgres": ("INSERT INTO fact {copy} FROM fact WHERE seq = ? ON CONFLICT (seq) DO UPDATE SET kind = excluded.kind",),
    }
    for verb in verbs[engine.name]:
        with pytest.raises(engine.conflicts, match="append-only"):
            engine.execute(verb.format(copy=copy), (head,))
    assert engine.fetch("SELECT count(*) FROM fact WHERE kind = 'Forged'") == [(0,)]


def test_03_replacing_by_stream_and_version_is_refused(worked: Ledger, engine: Engine) -> None:
    if engine.name == "postgres":
        pytest.skip("PostgreSQL knows no REPLACE")
    copy = f"seq + 1000, stream, version, {FORGED}"
    with pytest.raises(engine.conflicts, match="append-only"):
        engine.execute(f"REPLACE INTO fact SELECT {copy} FROM fact WHERE stream = 'area/town' AND version = 1")
    assert engine.fetch("SELECT count(*) FROM fact WHERE stream = 'area/town' AND version = 1") == [(1,)]


def test_04_truncating_is_refused(worked: Ledger, engine: Engine) -> None:
    if engine.name == "sqlite":
        pytest.skip("SQLite knows no TRUNCATE; its DELETE is refused above")
    for table in COLUMN:
        with pytest.raises(engine.conflicts, match="append-only"):
            engine.execute(f"TRUNCATE {table}")
    engine.execute("SET session_replication_role = replica")
    with pytest.raises(engine.conflicts, match="append-only"):
        engine.execute("DELETE FROM fact")


@pytest.mark.parametrize("table", list(COLUMN))
def test_05_a_ledger_without_its_guards_is_not_opened(reopen: Open, engine: Engine, table: str) -> None:
    drop = f"DROP TRIGGER {table}_refuses_delete" if engine.name == "sqlite" else f"DROP TRIGGER refuses_change ON {table}"
    engine.execute(drop)
    with pytest.raises(LedgerRefused, match=f"append-only triggers of {table} are missing"):
        reopen()


def test_06_nor_one_whose_guards_were_changed(reopen: Open, engine: Engine) -> None:
    if engine.name == "sqlite":
        engine.execute("DROP TRIGGER fact_refuses_update")
        engine.execute("CREATE TRIGGER fact_refuses_update BEFORE UPDATE ON fact BEGIN SELECT 1; END")
    else:
        engine.execute("ALTER TABLE fact DISABLE TRIGGER refuses_change")
    with pytest.raises(LedgerRefused, match="of fact are missing or changed"):
        reopen()


def test_07_nor_one_whose_guard_function_was_emptied(reopen: Open, engine: Engine) -> None:
    if engine.name == "sqlite":
        pytest.skip("SQLite's triggers have no function apart")
    engine.execute("CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$")
    with pytest.raises(LedgerRefused, match="enclosure, enclosure_part, erasure, fact, request are missing or changed"):
        reopen()
