"""A real server in a process of its own, on a port of its own, with a data folder of its own; and somebody who talks to it."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import httpx
import msgspec

ROOT = Path(__file__).resolve().parents[2]
WORKED_OUT = ("roads", "catalogues")  # at a first start, alike in every folder, checked before use: the order of streets, our Spanish
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # servers of stories speak none; the list of authorities takes 25 ms a client
LONGEST_START_S = 120
PATIENCE_S = 30.0  # on a machine that does much else; how soon it must be is the setting of who looks (people/test_08)


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether it comes true: asked again and again, and one last time when the seconds are over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return true()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Server:
    """One running server. ``restart`` keeps its data; ``kill`` is kill -9 of every process of it."""

    before: tuple[str, ...] = ()  # what starts Python, where a story wants it started otherwise
    first: ClassVar[Path | None] = None  # the folder of the first one of this process, which began with nothing

    def __init__(self, data: Path, *options: str, database: str = "") -> None:
        self.data, self.options, self.database, self.port = data, options, database, free_port()
        self.log = data / "server.log"
        self.process = self.start()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def command(self) -> list[str]:
        """What Python is started with."""
        return ["-m", "alongside.server.up", "--port", str(self.port), "--data", str(self.data), *self.options]

    @property
    def environment(self) -> dict[str, str]:
        """In which the command line finds the same data; empty ``database`` is SQLite."""
        place = {"ALONGSIDE_DATA": str(self.data), "ALONGSIDE_DATABASE": self.database}
        return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NUMBA_DISABLE_JIT": "0", **place}

    def start(self) -> "subprocess.Popen[bytes]":
        """Start and wait until the first page is there."""
        self.data.mkdir(parents=True, exist_ok=True)
        self.take_over(self.first or self.data)
        command = [*self.before, sys.executable, *self.command]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        self.wait()
        Server.first = self.first or self.data
        return self.process

    def take_over(self, first: Path) -> None:
        """What an earlier start worked out need not be worked out again."""
        for name in WORKED_OUT:
            if (first / name).is_dir() and not (self.data / name).exists():
                shutil.copytree(first / name, self.data / name)

    def wait(self) -> None:
        """Until /health answers; the log is shown where it never does."""
        end = time.monotonic() + LONGEST_START_S
        with httpx.Client(base_url=self.url, timeout=2, verify=NO_TLS) as asking:
            while time.monotonic() < end and self.process.poll() is None:
                try:
                    if asking.get("/health").status_code == 200:
                        return
                except httpx.HTTPError:
                    time.sleep(0.1)
        raise RuntimeError(f"the server did not start:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> None:
        """Ask it to end, and wait."""
        self.process.terminate()
        self.process.wait(20)

    def kill(self) -> None:
        """As if the power went."""
        os.killpg(self.process.pid, 9)
        self.process.wait(20)
        assert until(self.is_gone), "who served dies a moment after who started it, and until then has the port"

    def is_gone(self) -> bool:
        """Whether nobody listens at its address any more."""
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) != 0

    def restart(self) -> None:
        """Stop, then start again on the same data and port."""
        self.stop()
        self.start()


@contextmanager
def running(data: Path, *options: str, database: str = "") -> Iterator[Server]:
    """A server that is stopped afterwards."""
    server = Server(data, *options, database=database)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


class Person:
    """Somebody signed in at a browser of their own."""

    def __init__(self, server: Server, staff: str = "", language: str = "en") -> None:
        self.server, self.staff = server, staff
        self.client = httpx.Client(base_url=server.url, timeout=60, headers={"Accept-Language": language}, verify=NO_TLS)
        self.get("/sign-in")
        if staff:
            self.entered = self.form("/sign-in", staff=staff)

    def get(self, path: str) -> httpx.Response:
        """A page."""
        return self.client.get(path)

    def form(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of ours."""
        return self.client.post(path, data={**fields, "csrfmiddlewaretoken": self.client.cookies["csrftoken"]})

    def post(self, path: str, body: Any) -> httpx.Response:
        """Send JSON as our pages do."""
        return self.client.post(path, json=body, headers={"X-CSRFToken": self.client.cookies["csrftoken"]})

    def ask(self, kind: str, **body: Any) -> tuple[int, dict[str, Any]]:
        """(status, answer) of a request."""
        response = self.post(f"/ask/{kind}", body)
        return response.status_code, response.json()

    def take_call(self, **body: Any) -> str:
        """Take a call downtown; the incident's id."""
        status, answer = self.ask("TakeCall", **{"origin": "call_911", "spot": [40.76, -111.89], **body})
        assert status == 200, answer
        return str(answer["ids"]["incident"])

    def board(self) -> dict[str, Any]:
        """The whole board."""
        found: dict[str, Any] = self.get("/board.json").json()
        return found


class Frame(msgspec.Struct):
    """One event of the stream."""

    id: int
    event: str
    data: dict[str, Any]


def listen(person: Person, after: int | None, until: int, seconds: float = 30) -> list[Frame]:
    """Frames from a position until one reaches ``until``; a reset ends it too. Raises ``TimeoutError`` where it never comes."""
    headers = {"Last-Event-ID": str(after)} if after is not None else {}
    frames: list[Frame] = []
    end = time.monotonic() + seconds
    with person.client.stream("GET", "/stream/board", headers=headers, timeout=seconds) as response:
        assert response.status_code == 200
        for block in blocks(response.iter_text()):
            if frame := read_frame(block):
                frames.append(frame)
                if frame.event == "reset" or frame.id >= until:
                    return frames
            if time.monotonic() > end:
                break
    raise TimeoutError(f"the stream ended at {frames[-1].id if frames else 'nothing'}, not {until}")


def blocks(texts: Iterator[str]) -> Iterator[str]:
    """Events cut at their blank lines."""
    rest = ""
    for text in texts:
        *whole, rest = (rest + text).split("\n\n")
        yield from whole


def read_frame(block: str) -> Frame | None:
    """An event with data; None for comments and positions."""
    fields = dict(re.findall(r"^(id|event|data): ?(.*)$", block, re.MULTILINE))
    if "data" not in fields or fields.get("event") == "positions":
        return None
    return Frame(int(fields.get("id", -1)), fields.get("event", "message"), msgspec.json.decode(fields["data"]))
