"""Starts servers to be measured, ours and peers', each in a process group of its own on a data folder of its own."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LONGEST_START_S = 60
TICKS = os.sysconf("SC_CLK_TCK")


class Served(NamedTuple):
    """A server under measurement."""

    port: int
    group: int
    data: Path

    def cpu_s(self) -> float:
        """User and system time of every process of the server, in seconds."""
        return sum(self._cpu_of(path) for path in Path("/proc").glob("[0-9]*/stat"))

    def _cpu_of(self, path: Path) -> float:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[2]) == self.group:
                return (int(fields[11]) + int(fields[12])) / TICKS
        return 0.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextmanager
def ours(*options: str) -> Iterator[Served]:
    """Alongside itself: a quiet demo, exactly as ``./dev up`` starts it."""
    with serving(
        lambda port, data: [sys.executable, "-m", "alongside.server.up", f"--port={port}", f"--data={data}", "--quiet", *options], "/health"
    ) as one:
        yield one


@contextmanager
def peer(module: str) -> Iterator[Served]:
    """A Django project of bench/peers under the same server program, one process, SQLite with the same durability."""
    flags = [
        "--interface",
        "asgi",
        "--workers",
        "1",
        "--workers-kill-timeout",
        "2",
        "--backlog",
        "4096",
        "--backpressure",
        "8192",
        "--no-ws",
        "--log-level",
        "warning",
    ]
    command = [sys.executable, "-m", "granian", *flags, "--loop", "asyncio", f"bench.peers.{module}:app"]
    with serving(lambda port, data: [*command, "--port", str(port)], "/ready") as one:
        yield one


@contextmanager
def serving(command: Any, ready: str) -> Iterator[Served]:
    """Start, wait for the address that says it is ready, stop."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        port, data = free_port(), Path(folder)
        environment = {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "BENCH_DATA": folder,
            "ALONGSIDE_DATA": folder,
            "ALONGSIDE_DATABASE": "",
        }
        with (data / "log").open("wb") as log:
            process = subprocess.Popen(command(port, data), cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            wait_for(f"http://127.0.0.1:{port}{ready}", process, data / "log")
            yield Served(port, process.pid, data)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until the address answers. Raises ``RuntimeError`` with the end of the log where it never does."""
    end = time.monotonic() + LONGEST_START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {log.read_text()[-500:]}")


def sign_in(server: Served, staff: str) -> dict[str, str]:
    """Headers that make a request come from this invented person's page."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    address = f"http://127.0.0.1:{server.port}/sign-in"
    browser.open(address).close()
    token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
    browser.open(address, data=f"staff={staff}&csrfmiddlewaretoken={token}".encode()).close()
    cookies = {cookie.name: cookie.value for cookie in jar}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": str(cookies["csrftoken"])}


def post(server: Served, path: str, body: object, headers: dict[str, str]) -> Any:
    """POST JSON, read JSON."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}{path}", json.dumps(body).encode(), {"Content-Type": "application/json", **headers}
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def machine_token(server: Served) -> dict[str, str]:
    """Headers of a machine client registered for this measurement."""
    command = [sys.executable, "-m", "alongside", "staff", "machine", "bench", "--name", "Bench", "--role", "system"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(server.data)}
    told = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    time.sleep(0.6)  # the server takes a new client in within half a second
    return {"Authorization": f"Bearer {told.stdout.split()[-1]}"}
