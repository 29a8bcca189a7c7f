"""What was acknowledged is there afterwards: kill -9, a full disk, a fault half-way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from alongside.core.apply import apply
from alongside.core.request import Request
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.ledger.socket import Caller, socket_path
from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.verify import verify
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, call, open_town

ROOT = Path(__file__).parents[2]
SERVE = """
import sys, time
from pathlib import Path
from alongside.ledger.opening import open_ledger
from alongside.ledger.socket import Door, socket_path
from tests.core.town import RULES, StraightRoads
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import open_town
path = Path(sys.argv[1])
ledger = open_ledger(path, RULES, StraightRoads(), genesis="demo")
if ledger.head.seq == 1:
    open_town(ledger)
Door(ledger, socket_path(path))
print("ready", flush=True)
time.sleep(60)
"""


def start(path: Path) -> subprocess.Popen[str]:
    """A process that owns the ledger and listens at its socket."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(path)], env=environment, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    assert server.stdout.readline() == "ready\n"
    return server


def ring(path: Path, name: str, acknowledged: list[str]) -> None:
    """Call after call until the server is gone; notes what was acknowledged."""
    caller = Caller(path)
    for n in range(100_000):
        request = call(f"{name}-{n}", id=f"{name}-{n}")
        try:
            assert caller.record(request).granted
        except LedgerUnavailable:
            caller.close()
            return
        acknowledged.append(request.id)


def test_01_kill_9_under_load_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "ledger.sqlite3", list[str]()
    for round in range(3):
        server = start(path)
        callers = [Thread(target=ring, args=(path, f"r{round}c{n}", acknowledged)) for n in range(8)]
        for caller in callers:
            caller.start()
        time.sleep(0.4)
        server.send_signal(signal.SIGKILL)
        server.wait()
        for caller in callers:
            caller.join()
    engine = SqliteEngine(path, reading=True)
    kept = {id for (id,) in engine.fetch("SELECT id FROM request WHERE outcome = 'granted'")}
    assert len(acknowledged) > 100
    assert set(acknowledged) <= kept
    assert verify(engine).sentences == []
    engine.close()


def test_02_a_caller_without_a_server_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerRefused, match="Nobody listens at"):
        Caller(tmp_path / "ledger.sqlite3")


def test_03_the_socket_is_private_and_says_what_is_wrong(tmp_path: Path) -> None:
    server = start(tmp_path / "ledger.sqlite3")
    assert socket_path(tmp_path / "ledger.sqlite3").stat().st_mode & 0o077 == 0
    caller = Caller(tmp_path / "ledger.sqlite3")
    caller._lines.write(b"not json\n")
    caller._lines.flush()
    assert b"fault" in caller._lines.readline()
    assert caller.record(call("i7", origin="community")).granted
    caller.close()
    server.kill()
    server.wait()


@pytest.fixture
def small_disk(ledger: Ledger) -> Ledger:
    """A SQLite ledger whose file may not grow any more after a few pages."""
    engine = ledger._seat.engine
    if engine.name != "sqlite":
        pytest.skip("a full disk is simulated on SQLite (max_page_count)")
    return open_town(ledger)


def fill(ledger: Ledger, more_pages: int) -> None:
    engine = ledger._seat.engine
    ((pages,),) = engine.fetch("PRAGMA page_count")
    engine.fetch(f"PRAGMA max_page_count={pages + more_pages}")


def test_04_a_full_disk_refuses_with_a_sentence_and_loses_nothing(small_disk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = small_disk
    fill(ledger, 20)
    reopen, limit = ledger._seat._reopen, [True]

    def reopen_full() -> SqliteEngine:
        engine = reopen()
        assert isinstance(engine, SqliteEngine)
        if limit[0]:
            engine.fetch("PRAGMA max_page_count=1")  # SQLite makes it the present size
        return engine

    monkeypatch.setattr(ledger._seat, "_reopen", reopen_full)
    acknowledged = list(ring_until_full(ledger))
    with pytest.raises(LedgerUnavailable, match="full.* free space on the disk.* same id"):
        ledger.record(call("later"))
    with ledger.board() as board:
        assert [incident.id for incident in board.incidents] == acknowledged
    limit[0] = False
    assert ledger.record(call("later")).granted
    assert ledger.trouble == ""
    with ledger.read.engine() as engine:
        assert verify(engine).sentences == []
        assert engine.fetch("SELECT count(*) FROM request WHERE kind = 'TakeCall'") == [(len(acknowledged) + 1,)]


def ring_until_full(ledger: Ledger) -> Iterator[str]:
    for n in range(10_000):
        try:
            assert ledger.record(call(f"f{n}")).granted
        except LedgerUnavailable:
            return
        yield f"f{n}"
    raise AssertionError("the disk never filled")


def test_05_a_fault_in_applying_takes_back_the_whole_commit_for_that_request_alone(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    open_town(ledger)
    whole = apply

    def fails(board: object, fact: object) -> None:
        if getattr(fact, "incident", "") == "bad":
            raise RuntimeError("cannot be applied")
        whole(board, fact)  # type: ignore[arg-type]

    monkeypatch.setattr("alongside.ledger.chain.apply", fails)
    requests: list[Request] = [call("good"), call("bad"), call("better")]
    futures = [ledger.submit(request) for request in requests]
    assert futures[0].result().granted
    assert isinstance(futures[1].exception(), RuntimeError)
    assert futures[2].result().granted
    with ledger.board() as board:
        assert {incident.id for incident in board.incidents} == {"good", "better"}
    with ledger.read.engine() as engine:
        assert verify(engine).sentences == []


def test_06_the_clock_may_jump_back(ledger: Ledger, clock: TownClock) -> None:
    open_town(ledger).record(call())
    clock.now -= 3_600_000
    receipt = ledger.record(call("i2"))
    assert receipt.seq == ledger.head.seq
    with ledger.read.engine() as engine:
        assert verify(engine).sentences == []


def test_07_a_file_that_was_replaced_under_the_server_acknowledges_nothing_and_goes_on_once_it_is_back(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    ledger = open_town(open_ledger(path, RULES, StraightRoads(), genesis="demo"))
    older = tmp_path / "older.sqlite3"
    engine = SqliteEngine(path)
    engine.execute(f"VACUUM INTO '{older}'")
    engine.close()
    assert ledger.record(call("i1")).granted
    path.rename(tmp_path / "aside.sqlite3")
    shutil.copy(older, path)
    for name in ("i2", "i3"):
        with pytest.raises(LedgerUnavailable, match="replaced while the server runs"):
            ledger.record(call(name, id=f"ask-{name}"))
    with ledger.board() as board:
        assert [incident.id for incident in board.incidents] == ["i1"], "what was acknowledged is on the board still"
    (tmp_path / "aside.sqlite3").rename(path)
    assert ledger.record(call("i2", id="ask-i2")).granted
    assert ledger.trouble == ""
    ledger.close()
    engine = SqliteEngine(path, reading=True)
    assert verify(engine).sentences == []
    assert engine.fetch("SELECT count(*) FROM request WHERE kind = 'TakeCall' AND outcome = 'granted'") == [(2,)]
    engine.close()


def test_08_after_other_trouble_an_older_file_in_its_place_does_not_turn_the_board_back(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    ledger = open_town(open_ledger(path, RULES, StraightRoads(), genesis="demo"))
    older = tmp_path / "older.sqlite3"
    engine = SqliteEngine(path)
    engine.execute(f"VACUUM INTO '{older}'")
    engine.close()
    assert ledger.record(call("i1")).granted
    ledger._seat.trouble = "The disk was full."
    ledger._seat._reopen = lambda: SqliteEngine(older)  # as an operator does who puts a backup where the full disk was
    with pytest.raises(LedgerUnavailable):
        ledger.record(call("i2"))
    with ledger.board() as board:
        assert [incident.id for incident in board.incidents] == ["i1"]
    assert ledger._seat.trouble
    ledger.close()
