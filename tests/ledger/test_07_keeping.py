"""Copies, backups, old kinds, health, and the command line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.codes import PartyKind
from alongside.core.fact import KINDS, Fact
from alongside.core.party import Party
from alongside.core.promise.facts import EpisodeOpened
from alongside.ledger import past
from alongside.ledger.backup import snapshot
from alongside.ledger.body import read_fact
from alongside.ledger.cli import main
from alongside.ledger.copying import copy_ledger
from alongside.ledger.engine import open_engine
from alongside.ledger.health import look
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.promise import list_broken
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.store import get_head
from alongside.ledger.stream import CHUNK_BYTES, pack, unpack
from alongside.ledger.verify import verify
from tests.core.town import RULES, StraightRoads
from tests.ledger.conftest import Open
from tests.ledger.town_clock import call, open_town, send, staffing, work_a_call

SECRET = b"a passphrase of some length"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder whose ledger saw some work."""
    folder = tmp_path / "data"
    ledger = open_ledger(folder / "ledger.sqlite3", RULES, StraightRoads(), genesis="live")
    work_a_call(open_town(ledger))
    ledger.close()
    return folder


def test_01_a_copy_on_postgres_is_the_same_ledger(data: Path, postgres_dsn: str) -> None:
    source, target = SqliteEngine(data / "ledger.sqlite3"), open_engine(postgres_dsn)
    assert copy_ledger(source, target).sentences == []
    assert get_head(source) == get_head(target)
    assert target.fetch("SELECT id, area FROM incident_row") == [("i1", "town")]
    with pytest.raises(LedgerRefused, match="not empty"):
        copy_ledger(source, target)
    for engine in (source, target):
        engine.close()
    there = open_ledger(postgres_dsn, RULES, StraightRoads(), genesis="live")
    assert there.record(call("i9")).granted
    there.close()


def test_02_a_broken_ledger_is_not_copied(data: Path, tmp_path: Path) -> None:
    source, target = SqliteEngine(data / "ledger.sqlite3"), SqliteEngine(tmp_path / "other.sqlite3")
    source.execute("DROP TRIGGER fact_refuses_update")
    source.execute("UPDATE fact SET body = replace(body, 'M12', 'P31')")
    with pytest.raises(LedgerRefused, match="not whole, so nothing was copied"):
        copy_ledger(source, target)
    source.close()
    target.close()


def test_03_a_moment_of_a_ledger_is_copied_whole_under_load(where: str, reopen: Open, tmp_path: Path) -> None:
    ledger = reopen()
    work_a_call(open_town(ledger))
    before = ledger.head.seq
    waiting = [ledger.submit(call(f"load{n}")) for n in range(200)]
    snapshot(where, tmp_path / "moment.sqlite3")
    assert all(one.result().granted for one in waiting)
    with read_ledger(tmp_path / "moment.sqlite3") as copy:
        assert verify(copy).sentences == []
        assert before <= get_head(copy).seq <= ledger.head.seq


def test_04_a_broken_ledger_has_no_moment_to_copy(tmp_path: Path) -> None:
    with pytest.raises(LedgerRefused, match="There is no ledger"):
        snapshot(tmp_path / "none.sqlite3", tmp_path / "moment.sqlite3")
    assert not (tmp_path / "moment.sqlite3").exists()


def test_11_a_backup_cut_between_two_parts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(2 * CHUNK_BYTES))
    pack(tmp_path, ["big"], tmp_path / "whole", SECRET)
    content = (tmp_path / "whole").read_bytes()
    (tmp_path / "cut").write_bytes(content[: -(4 + CHUNK_BYTES + 16)])
    (tmp_path / "out").mkdir()
    unpack(tmp_path / "whole", tmp_path / "out", SECRET)
    assert (tmp_path / "out" / "big").stat().st_size == 2 * CHUNK_BYTES
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with pytest.raises(LedgerRefused, match="does not open"):
        unpack(tmp_path / "cut", fresh, SECRET)


def test_05_an_old_kind_is_read_as_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True, slots=True)
    class DoorOpened(Fact):
        door: str
        wide: bool

    monkeypatch.setitem(KINDS, "DoorOpened", DoorOpened)
    monkeypatch.setattr(DoorOpened, "kind_version", 3)
    monkeypatch.setitem(past.PAST, ("DoorMoved", 1), lambda body: ("DoorOpened", 2, {**body, "door": body["name"]}))
    monkeypatch.setitem(past.PAST, ("DoorOpened", 2), lambda body: ("DoorOpened", 3, {**body, "wide": True}))
    assert read_fact("DoorMoved", 1, '{"stream":"area/x","at":7,"name":"north"}') == DoorOpened("area/x", 7, "north", True)


def test_06_a_kind_from_a_newer_program_is_refused() -> None:
    with pytest.raises(LedgerRefused, match="cannot read facts of kind “CallTaken” version 99: run a newer version"):
        read_fact("CallTaken", 99, "{}")


def test_07_the_health_call_finds_what_is_wrong(ledger: Ledger) -> None:
    open_town(ledger)
    well = look(ledger, lambda: [*staffing(), call(), send("M12")], ledger.clock() + 500)
    assert (well.problem, well.head_seq, well.head_age_ms) == ("", ledger.head.seq, 500)
    ill = look(ledger, lambda: [call()], ledger.clock())
    assert ill.problem == "The synthetic call stopped at TakeCall: position_unknown."


def test_08_the_command_line(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", str(data))
    assert main(["verify"]) == 0
    assert main(["head"]) == 0
    assert main(["rebuild"]) == 0
    assert main(["copy", str(tmp_path / "copy.sqlite3")]) == 0
    assert "Whole: " in capsys.readouterr().out
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "new"))
    assert main(["verify"]) == 1
    assert "There is no ledger at" in capsys.readouterr().err


def test_09_rebuild_waits_until_the_server_stopped(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATA", str(data))
    ledger = open_ledger(data / "ledger.sqlite3", RULES, StraightRoads())
    assert main(["rebuild"]) == 1
    assert "only one may" in capsys.readouterr().err
    assert main(["verify"]) == 0
    ledger.close()


def test_10_verify_sees_a_person_between_hands() -> None:
    board = Board()
    opened = EpisodeOpened("episode/p1", 1, "p1", "i1", Party(PartyKind.POSITION, "desk-calls"), 9)
    apply(board, opened)
    assert list(list_broken(board, opened)) == []
    board.charge(board.episodes.reach("p1"), None)
    assert list(list_broken(board, opened)) == ["episode p1 is open and nobody is responsible after EpisodeOpened."]
    board.episodes.reach("p1").responsible = Party(PartyKind.CREW, "M12")
    assert "missing among what its responsible party has in its charge" in next(list_broken(board, opened))
