"""What refuses the start, in one sentence each."""

from pathlib import Path

import pytest

from alongside.ledger.opening import open_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sqlite import SqliteEngine, is_safe, must_be_durable, must_be_safe
from tests.core.town import RULES, StraightRoads
from tests.ledger.conftest import Open


def test_01_versions_with_the_wal_reset_bug_are_known() -> None:
    assert [is_safe(version) for version in ((3, 40, 1), (3, 44, 5), (3, 46, 0), (3, 50, 4), (3, 51, 2))] == [False] * 5
    assert [is_safe(version) for version in ((3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4), (4, 0, 0))] == [True] * 5


def test_02_a_vulnerable_engine_is_refused() -> None:
    with pytest.raises(LedgerRefused, match=r"SQLite 3\.40\.1 can corrupt its database .* Install pysqlite3"):
        must_be_safe((3, 40, 1))


@pytest.mark.parametrize("level", ["OFF", "NORMAL"])
def test_03_less_than_full_synchronous_is_refused(tmp_path: Path, level: str) -> None:
    engine = SqliteEngine(tmp_path / "x.sqlite3")
    engine.execute(f"PRAGMA synchronous={level}")
    with pytest.raises(LedgerRefused, match="below FULL"):
        must_be_durable(engine)
    engine.execute("PRAGMA synchronous=FULL")
    must_be_durable(engine)
    engine.close()


def test_04_another_journal_than_wal_is_refused(tmp_path: Path) -> None:
    engine = SqliteEngine(tmp_path / "x.sqlite3")
    engine.execute("PRAGMA journal_mode=DELETE")
    with pytest.raises(LedgerRefused, match="journal_mode is delete"):
        must_be_durable(engine)
    engine.close()


def test_05_postgres_that_does_not_wait_for_the_disk_is_refused(postgres_dsn: str) -> None:
    unsafe = f"{postgres_dsn} options='-c synchronous_commit=off'"
    with pytest.raises(LedgerRefused, match="synchronous_commit is off"):
        open_ledger(unsafe, RULES, StraightRoads(), genesis="demo")


def test_06_a_second_process_may_not_write(tmp_path: Path) -> None:
    first = open_ledger(tmp_path / "x.sqlite3", RULES, StraightRoads(), genesis="demo")
    with pytest.raises(LedgerRefused, match="writes to .* already, and only one may"):
        open_ledger(tmp_path / "x.sqlite3", RULES, StraightRoads(), genesis="demo")
    first.close()
    open_ledger(tmp_path / "x.sqlite3", RULES, StraightRoads(), genesis="demo").close()


def test_07_a_new_ledger_must_say_what_it_is_for(where: str) -> None:
    with pytest.raises(LedgerRefused, match="demo or live"):
        open_ledger(where, RULES, StraightRoads())


def test_08_a_simulated_world_never_opens_a_live_one(where: str) -> None:
    live = open_ledger(where, RULES, StraightRoads(), genesis="live")
    assert live.genesis == "live"
    live.close()
    with pytest.raises(LedgerRefused, match="is live and was opened as demo"):
        open_ledger(where, RULES, StraightRoads(), genesis="demo")


def test_09_the_epoch_stays_over_a_restart(reopen: Open) -> None:
    epoch = reopen().epoch
    assert reopen().epoch == epoch


def test_10_only_this_user_may_read_the_file(tmp_path: Path) -> None:
    open_ledger(tmp_path / "x.sqlite3", RULES, StraightRoads(), genesis="demo").close()
    assert (tmp_path / "x.sqlite3").stat().st_mode & 0o077 == 0
