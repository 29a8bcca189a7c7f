"""Failures with real means: a disk that is really full, a folder nobody may write, the ledger's file replaced, a clock set back."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

import pytest

from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.verify import verify
from tests.server.running import ROOT, Person, Server

HOUR_S = 3_600
DISK_MB = 240  # a server wants 200 free to start


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A small file system of its own."""
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", str(place)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no file system may be mounted here: run as root to have a really full disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def clock_library(folder: Path) -> Path:
    """The clock that can be moved, compiled."""
    if not shutil.which("gcc"):
        pytest.skip("gcc is not installed: no clock can be moved for one program alone")
    made = folder / "jumping_clock.so"
    source = Path(__file__).with_name("jumping_clock.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(made), str(source), "-ldl"], check=True)
    return made


class Bound(Server):
    """A server that folders can be closed to, also where the tests run as root, and whose clock can be set."""

    before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner") if os.geteuid() == 0 else ()
    library = ""

    @property
    def environment(self) -> dict[str, str]:
        """With a clock of its own."""
        moved = {"LD_PRELOAD": self.library, "JUMPING_CLOCK": str(self.data.parent / "seconds")} if self.library else {}
        return super().environment | moved

    def set_clock(self, seconds: int) -> None:
        """So many seconds off from now on."""
        (self.data.parent / "seconds").write_text(str(seconds))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a small disk of its own, whose folder can be closed."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed: root may write everywhere")
    with small_disk(tmp_path_factory.mktemp("real") / "disk") as disk:
        server = Bound(disk / "data", "--quiet")
        try:
            yield server
        finally:
            server.data.chmod(0o700)
            if server.process.poll() is None:
                server.stop()


def granted(taker: Person, id: str) -> bool:
    """Whether a call was taken; where it was not, it is said so in a sentence that names no program's fault."""
    status, answer = taker.ask("TakeCall", origin="call_911", id=id, incident=f"i-{id}")
    assert status in (200, 503), answer
    assert status == 200 or (answer["sentence"] and "Traceback" not in answer["sentence"])
    return status == 200


def fill(filling: Path) -> None:
    """Until the disk has no room for one more page."""
    with filling.open("wb", buffering=0) as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(filling.parent).free - 1_000_000)
        file.seek(0, os.SEEK_END)
        while _is_room(file):
            pass


def _is_room(file: FileIO) -> bool:
    """Whether one more page was written whole."""
    try:
        return file.write(bytes(4_096)) == 4_096
    except OSError as full:
        if full.errno != errno.ENOSPC:
            raise
        return False


def is_whole(server: Server, ids: list[str]) -> bool:
    """The ledger verifies, and every one of these calls is in it."""
    engine = SqliteEngine(server.data / "ledger.sqlite3", reading=True)
    kept = {id for (id,) in engine.fetch("SELECT id FROM request WHERE outcome = 'granted'")}
    found = verify(engine).sentences == [] and set(ids) <= kept
    engine.close()
    return found


def test_01_a_full_disk_refuses_in_a_sentence_loses_nothing_and_passes_once_there_is_room(own: Server) -> None:
    taker = Person(own, "j-diaz")
    kept = [id for id in ("full-a", "full-b") if granted(taker, id)]
    filling = own.data.parent / "filling"
    fill(filling)
    asked = [f"full-{at}" for at in range(40)]
    answers = [granted(taker, id) for id in asked]
    assert not all(answers), "the disk was full"
    assert taker.get("/health").status_code in (200, 503)
    assert Person(own).get("/sign-in").status_code in (200, 503), "no program's fault on a full disk"
    filling.unlink()
    assert all(granted(taker, id) for id in asked), "the same ids, once there is room"
    assert is_whole(own, [*kept, *asked])
    board = taker.board()["incidents"]
    assert {f"i-{id}" for id in [*kept, *asked]} <= set(board)


def test_02_a_folder_nobody_may_write_is_said_so_and_a_server_will_not_start_in_it(own: Server) -> None:
    taker = Person(own, "j-diaz")
    assert granted(taker, "closed-before")
    own.data.chmod(0o500)
    try:
        told = [id for id in ("closed-a", "closed-b") if granted(taker, id)]
        assert taker.get("/dispatch/").status_code in (200, 503)
        new = Person(own).get("/sign-in").status_code
        assert new in (200, 503), new
        own.stop()
        started = subprocess.run(
            [*own.before, sys.executable, *own.command],
            cwd=ROOT,
            env=own.environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert started.returncode != 0
        assert "Traceback" not in started.stderr + started.stdout
        assert str(own.data) in started.stderr + started.stdout
    finally:
        own.data.chmod(0o700)
    own.start()
    assert is_whole(own, ["closed-before", *told])
    assert granted(Person(own, "j-diaz"), "closed-after")


def test_03_a_ledger_file_replaced_under_the_server_is_noticed_and_nothing_is_acknowledged_into_it(own: Server) -> None:
    taker = Person(own, "j-diaz")
    assert granted(taker, "replaced-before")
    path, aside = own.data / "ledger.sqlite3", own.data / "aside.sqlite3"
    path.rename(aside)
    shutil.copy(aside, path)
    assert not granted(taker, "replaced-a")
    health = taker.get("/health").json()
    assert not health["well"]
    assert "replaced while the server runs" in health["trouble"]
    path.unlink()
    aside.rename(path)
    assert granted(taker, "replaced-a")
    assert is_whole(own, ["replaced-before", "replaced-a"])


def test_04_a_clock_set_back_by_an_hour_keeps_the_order_and_the_sessions(tmp_path: Path) -> None:
    server = type("Moved", (Bound,), {"library": str(clock_library(tmp_path))})(tmp_path / "data", "--quiet")
    try:
        taker = Person(server, "j-diaz")
        assert granted(taker, "clock-a")
        seen = taker.get("/health").json()["now"]
        for at, seconds in enumerate((-HOUR_S, HOUR_S, 0)):
            server.set_clock(seconds)
            health = taker.get("/health").json()
            assert round(health["clock_moved_ms"] / 1000 / HOUR_S) == seconds / HOUR_S, "the machine's clock was set"
            assert seen <= health["now"] < seen + HOUR_S * 1000, "the server's goes on evenly"
            seen = health["now"]
            assert granted(taker, f"clock-{seconds}-{at}"), "signed in still, and taken"
            row = taker.board()["incidents"][f"i-clock-{seconds}-{at}"]
            assert row["number"] > 0
            assert Person(server, "m-lindqvist").board()["incidents"]
        assert is_whole(server, ["clock-a"])
        numbers = [one["number"] for one in taker.board()["incidents"].values()]
        assert len(set(numbers)) == len(numbers) == 4
    finally:
        server.stop()


def test_05_a_full_disk_stops_the_audit_and_says_so_until_there_is_room(own: Server) -> None:
    taker = Person(own, "j-diaz")
    incident = taker.take_call(texts={"summary": "Paces in the yard"})
    filling = own.data.parent / "filling"
    fill(filling)
    audit = taker.get("/health").json()["audit"]
    for _ in range(40):
        taker.post("/words", {"incidents": [incident]})
        audit = taker.get("/health").json()["audit"]
        if audit != "works":
            break
    assert audit.startswith("not_"), audit
    filling.unlink()
    taker.post("/words", {"incidents": [incident]})
    assert taker.get("/health").json()["audit"] == "works"
