"""Killed under load, started twice, out of disk: what was acknowledged stays, what was not is said so in a sentence."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from alongside.core.codes import Origin
from alongside.core.contents import DECIDE
from alongside.core.intake.requests import TakeCall
from alongside.core.party import Actor
from alongside.ledger.socket import Caller, socket_path
from tests.server.running import ROOT, Person, Server, free_port, listen, running


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server these stories may kill and starve."""
    with running(tmp_path_factory.mktemp("hard") / ("deep" * 20), "--quiet") as found:
        yield found


def test_01_the_command_line_asks_through_the_socket_of_this_user_alone(own: Server) -> None:
    ledger, by = own.data / "ledger.sqlite3", Actor("m-lindqvist", "supervisor", seat="supervisor-1")
    assert socket_path(ledger).stat().st_mode & 0o777 == 0o600
    assert TakeCall in DECIDE
    caller = Caller(ledger)
    told = {"area": "salt-lake-city", "origin": Origin.CALL_911, "position": "dispatch-1"}
    asked = TakeCall(id="by-socket", by=by, incident="s1", episodes=("se1",), **told)
    receipt = caller.record(asked)
    caller.close()
    assert receipt.granted, receipt
    assert "s1" in Person(own, "m-lindqvist").board()["incidents"]


def test_02_a_second_server_on_the_same_data_is_refused_with_a_sentence(own: Server) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "alongside.server.up", "--quiet", "--data", str(own.data), "--port", str(free_port())]
    told = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert told.returncode != 0
    assert "only one may" in told.stderr + told.stdout
    assert "Traceback" not in told.stderr + told.stdout


def test_03_a_full_disk_is_a_sentence_and_passes(own: Server) -> None:
    taker = Person(own, "j-diaz")
    kept = taker.take_call()
    worker = worker_of(own)
    resource.prlimit(worker, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    try:
        answers = [taker.ask("TakeCall", origin="call_911", id=f"full-{at}") for at in range(3)]
    finally:
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert {status for status, _ in answers} == {503}, answers
    assert all(answer["sentence"] and "Traceback" not in answer["sentence"] for _, answer in answers)
    assert [taker.ask("TakeCall", origin="call_911", id=f"full-{at}")[0] for at in range(3)] == [200, 200, 200]
    assert kept in taker.board()["incidents"]


def worker_of(server: Server) -> int:
    """The process that writes: its id is in the lock file."""
    return int((server.data / "ledger.sqlite3.lock").read_text())


def test_04_every_acknowledged_call_is_there_after_kill_9_under_load(own: Server) -> None:
    takers = [Person(own, "m-lindqvist") for _ in range(4)]

    def take(person: Person) -> list[str]:
        taken = []
        for at in range(1_000):
            try:
                taken.append(person.take_call(texts={"summary": f"call {at}"}))
            except httpx.HTTPError:
                break
        return taken

    with ThreadPoolExecutor(len(takers)) as pool:
        waiting = [pool.submit(take, one) for one in takers]
        before = takers[0].board()["position"]
        listen(takers[0], before, before + 40, seconds=30)
        own.kill()
        taken = [id for one in waiting for id in one.result()]
    own.start()
    board = takers[0].board()["incidents"]
    assert len(taken) > 5
    assert [id for id in taken if id not in board] == []


def test_05_sessions_and_feeds_go_on_after_a_restart(own: Server) -> None:
    lead = Person(own, "m-lindqvist")
    before = lead.board()["position"]
    own.restart()
    new = lead.take_call()
    frames = listen(lead, before, before + 1)
    assert frames[0].event == "message"
    assert any(new in frame.data["incidents"] for frame in frames)
