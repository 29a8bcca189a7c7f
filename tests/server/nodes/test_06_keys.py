"""A new key while two nodes take calls: nobody waits, nobody is told to come back, and each learns it without being started anew."""

import shutil
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import psycopg

from alongside.server.records.key_file import read_key_file
from alongside.server.records.seal import version_of
from tests.server.running import ROOT, Person, Server

LONGEST_S = 30
AT_LEAST = 8  # calls each node takes after the last step


def vault(node: Server, *words: str) -> str:
    """The command line on that node."""
    told = subprocess.run(
        [sys.executable, "-m", "alongside", "vault", *words], cwd=ROOT, env=node.environment, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


class Desk:
    """Takes calls at one node and reads each at the other at once, until told to stop."""

    def __init__(self, here: Server, there: Server, who: str, reader: str) -> None:
        self.taker, self.reader = Person(here, who), Person(there, reader)
        self.taken: list[str] = []
        self.rest, self.enough = AT_LEAST, Event()

    def work(self) -> None:
        while not (self.enough.is_set() and self.rest == 0):
            said = f"walks up and down, {len(self.taken)}"
            self.taken.append(self.taker.take_call(texts={"summary": said}))
            assert self.reads(self.reader, self.taken[-1]) == said
            assert self.reads(self.taker, self.taken[0]) == "walks up and down, 0", "what was said first"
            self.rest -= self.enough.is_set()

    def reads(self, who: Person, incident: str) -> str:
        """The words there, once that node has heard of the incident."""
        end = time.monotonic() + LONGEST_S
        while time.monotonic() < end:
            answer = who.post("/words", {"incidents": [incident]})
            assert answer.status_code == 200, answer.text
            if incident in answer.json():
                return str(answer.json()[incident]["summary"])
        raise TimeoutError(f"{who.server.url} never heard of {incident}")


def versions(database: str, incident: str) -> set[int]:
    """Of which version the data keys of an incident are."""
    with psycopg.connect(database) as engine:
        return {version_of(id) for (id,) in engine.execute("SELECT id FROM data_key WHERE owner_id = %s", (incident,)).fetchall()}


def test_01_rotated_under_load_on_two_nodes(server: Server, second: Server) -> None:
    desks = Desk(server, second, "j-diaz", "r-okafor"), Desk(second, server, "r-okafor", "j-diaz")
    before = read_key_file(server.data / "vault.key")
    with ThreadPoolExecutor(2) as pool:
        working: list[Future[None]] = [pool.submit(desk.work) for desk in desks]
        try:
            assert "Copy it to every other node now" in vault(server, "rotate", "--data-keys")
            shutil.copy2(server.data / "vault.key.next", second.data / "vault.key.next")
            assert "wrapped anew" in vault(server, "rotate", "--copied")
            assert "wrapped anew" in vault(second, "rotate", "--copied")
        finally:
            for desk in desks:
                desk.enough.set()
        for one in working:
            one.result(60)
    after = read_key_file(second.data / "vault.key")
    assert after == read_key_file(server.data / "vault.key")
    assert (after.version, after.deriving) == (before.version + 1, before.deriving)
    assert after.wrapping != before.wrapping
    for desk in desks:
        assert versions(server.database, desk.taken[-1]) == {after.version}, "learnt while running"
        for node in (server, second):
            other = Person(node, "m-lindqvist")
            assert [desk.reads(other, one)[:5] for one in (desk.taken[0], desk.taken[-1])] == ["walks", "walks"]
    if "By another: 0." not in vault(second, "status"):  # a server wrapped once more before it learnt: the guide says to run it again
        vault(second, "rotate")
    assert "By another: 0." in vault(second, "status")
