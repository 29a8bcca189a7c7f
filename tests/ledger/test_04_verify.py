"""Verify finds whatever was altered, and a rebuild gives the same board."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from alongside.core.codes import AssignmentStatus
from alongside.ledger.engine import Engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.projections.tables import TABLES
from alongside.ledger.replay import rebuild, replay
from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.verify import verify
from tests.ledger.town_clock import call, open_town, report, send, work_a_call

Attack = Callable[[Engine], None]


@pytest.fixture
def worked(ledger: Ledger) -> Ledger:
    work_a_call(open_town(ledger))
    work_a_call(ledger, "i2", "C204")
    ledger.record(send("M12", "nowhere"))
    ledger.record(report("C204", AssignmentStatus.CLEARED, "i2", reason="resolved"))
    return ledger


def test_01_an_untouched_ledger_is_whole(worked: Ledger, engine: Engine) -> None:
    found = verify(engine)
    assert found.sentences == []
    assert found.rows == worked.head.seq


def unguard(engine: Engine) -> None:
    """What an attacker with the database file can do."""
    for name, sql in engine.fetch("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"):
        assert sql
        engine.execute(f"DROP TRIGGER {name}")


def alter(sql: str) -> Attack:
    def attack(engine: Engine) -> None:
        for statement in sql.split("; "):
            engine.execute(statement)

    return attack


COPY = (
    'INSERT INTO fact SELECT (SELECT max(seq) + 1 FROM fact), stream, 99, kind, kind_version, happened_at, recorded_at, "by", '
    "request_id, part, cause, body, previous_hash, hash FROM fact WHERE seq = 9"
)
SWAP = "UPDATE fact SET seq = -1 WHERE seq = 9; UPDATE fact SET seq = 9 WHERE seq = 10; UPDATE fact SET seq = 10 WHERE seq = -1"
ATTACKS = {
    "a changed body": "UPDATE fact SET body = replace(body, 'M12', 'P31') WHERE kind = 'UnitAssigned' AND seq < 20",
    "a changed time": "UPDATE fact SET recorded_at = recorded_at + 1 WHERE seq = 5",
    "a changed name": "UPDATE fact SET \"by\" = 'somebody' WHERE seq = 5",
    "a changed previous hash": "UPDATE fact SET previous_hash = zeroblob(32) WHERE seq = 5",
    "a deleted row": "DELETE FROM fact WHERE seq = 9",
    "an inserted row": COPY,
    "two swapped rows": SWAP,
    "a cut tail": "DELETE FROM fact WHERE seq > 12",
}


@pytest.mark.parametrize("sql", ATTACKS.values(), ids=ATTACKS.keys())
def test_02_every_attack_is_found(worked: Ledger, tmp_path: Path, sql: str) -> None:
    if not (tmp_path / "ledger.sqlite").exists():
        pytest.skip("attacks on the rows are the same on PostgreSQL")
    copy = SqliteEngine(tmp_path / "ledger.sqlite")
    unguard(copy)
    alter(sql)(copy)
    sentences = [sentence for sentence in verify(copy).sentences if not sentence.startswith("Table")]
    assert sentences
    copy.close()


def test_08_a_deleted_row_is_named(worked: Ledger, tmp_path: Path) -> None:
    if not (tmp_path / "ledger.sqlite").exists():
        pytest.skip("attacks on the rows are the same on PostgreSQL")
    copy = SqliteEngine(tmp_path / "ledger.sqlite")
    unguard(copy)
    copy.execute("DELETE FROM fact WHERE seq = 9")
    assert "Row 9: it is gone (the next one there is 10)." in verify(copy).sentences
    copy.close()


def test_03_any_flipped_bit_of_a_row_is_found(worked: Ledger, tmp_path: Path) -> None:
    if not (tmp_path / "ledger.sqlite").exists():
        pytest.skip("bits are the same on PostgreSQL")
    copy = SqliteEngine(tmp_path / "ledger.sqlite")
    unguard(copy)
    ((body, hash),) = copy.fetch("SELECT body, hash FROM fact WHERE seq = 8")
    for column, value in (("body", body.encode()), ("hash", hash)):
        for bit in range(len(value) * 8):
            flipped = bytearray(value)
            flipped[bit // 8] ^= 1 << bit % 8
            try:
                given = flipped.decode() if column == "body" else bytes(flipped)
            except UnicodeDecodeError:
                continue
            copy.execute(f"UPDATE fact SET {column} = ? WHERE seq = 8", (given,))
            assert any(sentence.startswith(("Row 8", "Row 9")) for sentence in verify(copy).sentences), (column, bit)
        copy.execute(f"UPDATE fact SET {column} = ? WHERE seq = 8", (value.decode() if column == "body" else value,))
    copy.close()


def test_04_missing_guards_are_found(worked: Ledger, engine: Engine) -> None:
    drop = "DROP TRIGGER fact_refuses_delete" if engine.name == "sqlite" else "DROP TRIGGER refuses_change ON fact"
    engine.execute(drop)
    assert verify(engine).sentences == ["Table fact: its append-only triggers are missing or changed."]


def test_05_a_replayed_board_equals_the_live_one(worked: Ledger, engine: Engine) -> None:
    memory = replay(engine)
    with worked.board() as board:
        for shelf in ("incidents", "assignments", "units", "positions", "episodes"):
            assert [asdict(thing) for thing in getattr(memory.board, shelf)] == [asdict(thing) for thing in getattr(board, shelf)]
        assert memory.board.charges == board.charges
        assert memory.board.clocks == board.clocks
        assert list(memory.board.open_incidents) == list(board.open_incidents)
    assert memory.head == worked.head


def test_06_rebuilt_projections_equal_the_live_ones(worked: Ledger, engine: Engine) -> None:
    before = {name: engine.fetch(f"SELECT * FROM {name} ORDER BY 1, 2") for name in ("timeline", *(table.name for table in TABLES))}
    assert all(before[name] for name in ("timeline", "incident_row", "episode_row", "assignment_row"))
    rebuild(engine)
    assert {name: engine.fetch(f"SELECT * FROM {name} ORDER BY 1, 2") for name in before} == before


def test_07_an_incidents_timeline_has_its_peoples_facts(worked: Ledger) -> None:
    worked.record(call("i3"))
    kinds = [row.kind for row in worked.read.list_of_incident("i2")]
    assert kinds[:2] == ["CallTaken", "EpisodeOpened"]
    assert "ResponsibilityTaken" in kinds
    assert all("i2" in row.body for row in worked.read.list_of_incident("i2"))
