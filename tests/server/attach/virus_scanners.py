"""A real clamd that knows two signatures of our own, and servers that speak its language wrongly."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from alongside.server.attach.clamd import Place
from tests.fetch_clamd import INTO, PROGRAM

# Published so that scanners can be tried out; in two parts, for a scanner on the machine that reads this.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CONFIGURED = "DatabaseDirectory {folder}\nLocalSocket {folder}/clamd.ctl\nForeground yes\nStreamMaxLength 1M\nMaxThreads 2\n"


@contextmanager
def clamd(folder: Path, *signatures: bytes) -> Iterator[Place]:
    """It runs until the end; each signature is bytes that may stand anywhere in a file. Skips where there is no clamd."""
    found = shutil.which("clamd") or PROGRAM
    if not Path(found).exists():
        pytest.skip("clamd is not there (on Debian, ./dev test fetches it; elsewhere install clamav-daemon)")
    (folder / "ours.ndb").write_text("".join(f"Ours.Test-{at}:0:*:{one.hex()}\n" for at, one in enumerate(signatures)))
    (folder / "clamd.conf").write_text(CONFIGURED.format(folder=folder))
    libraries = os.pathsep.join(str(one) for one in INTO.glob("usr/lib/*-linux-gnu"))
    with (folder / "clamd.log").open("ab") as log:
        process = subprocess.Popen(
            [found, "-c", folder / "clamd.conf"], stdout=log, stderr=log, env={**os.environ, "LD_LIBRARY_PATH": libraries}
        )
    try:
        wait_for(folder / "clamd.ctl", process)
        yield Place(str(folder / "clamd.ctl"))
    finally:
        process.terminate()
        process.wait(20)


def wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    """Until somebody listens there."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with socket.socket(socket.AF_UNIX) as trial:
            if path.exists() and trial.connect_ex(str(path)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"clamd did not start: {(path.parent / 'clamd.log').read_text()[-2000:]}")


Speaks = Callable[[socket.socket], None]


@contextmanager
def speaking(speaks: Speaks) -> Iterator[Place]:
    """A port of this machine where each connection meets ``speaks``."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def serve() -> None:
            while True:
                try:
                    one, _ = listening.accept()
                except OSError:
                    return
                Thread(target=meet, args=(one,), daemon=True).start()

        def meet(one: socket.socket) -> None:
            with closing(one):
                try:
                    speaks(one)
                except OSError:
                    return  # whoever asked has gone

        Thread(target=serve, daemon=True).start()
        yield Place("", "127.0.0.1", listening.getsockname()[1])
        listening.shutdown(socket.SHUT_RDWR)


def take_all(one: socket.socket) -> None:
    """Everything that was sent, to the empty chunk at its end."""
    end = b""
    while not end.endswith(bytes(4)):
        got = one.recv(1 << 16)
        if not got:
            return
        end = (end + got)[-4:]
