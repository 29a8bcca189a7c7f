"""Lives what was asked, one job after the other, each in a process of its own that yields to everything else on the machine."""

import os
import subprocess
import sys
from importlib.util import find_spec
from threading import Event

from alongside.server.plan.board.jobs import Jobs
from alongside.twin.whatif.told import ENDED, STOP

WORKER = "alongside.twin.whatif"
NEEDED = ("numba", "polars")
LOOK_EVERY_S = 0.2


def can_live() -> bool:
    """Whether what it takes is installed: the lock group ``plan``."""
    return all(find_spec(name) is not None for name in NEEDED)


class Living:
    """Called again and again; works on what was asked first."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs, self._halt = jobs, Event()

    def work(self) -> None:
        """One job from its begin to its end; nothing where none waits."""
        mark = next(iter(self._jobs.waiting()), None)
        if mark is None or self._halt.is_set():
            return
        if not can_live():
            self._jobs.end(mark, "failed", "not_installed")
            return
        process = self._begin(mark)
        try:
            self._watch(mark, process)
        finally:
            process.kill()
            process.wait()
        if not self._halt.is_set():
            stopped = (self._jobs.folder / mark / STOP).exists()
            self._jobs.end(mark, "stopped" if stopped else "failed", "" if stopped else "died")

    def halt(self) -> None:
        """The server ends: what is being lived goes on after the next start."""
        self._halt.set()

    def _begin(self, mark: str) -> "subprocess.Popen[bytes]":
        folder = self._jobs.folder / mark
        folder.mkdir(parents=True, exist_ok=True)  # somebody may have cleared it: then its own process says so, and the next has its turn
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
        with (folder / "log").open("wb") as log:
            command = [sys.executable, "-m", WORKER, str(folder)]
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)

    def _watch(self, mark: str, process: "subprocess.Popen[bytes]") -> None:
        signs = [self._jobs.folder / mark / name for name in (STOP, ENDED)]
        while process.poll() is None and not any(one.exists() for one in signs):
            if self._halt.wait(LOOK_EVERY_S):
                return
