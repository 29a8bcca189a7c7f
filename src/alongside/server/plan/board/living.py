"""Lives what was asked, one job after the other, each in a process of its own that yields to everything else on the machine."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Event

from alongside.server.plan.board.jobs import Jobs
from alongside.server.plan.board.limit import LEAST_S, limit_s
from alongside.twin.whatif.told import ENDED, JOB, STOP, Job, read

WORKER = "alongside.twin.whatif"
NEEDED = ("numba", "polars")
LOOK_EVERY_S = 0.2


def can_live() -> bool:
    """Whether what it takes is installed: the lock group ``plan``."""
    return all(find_spec(name) is not None for name in NEEDED)


class Living:
    """Called again and again; works on what was asked first."""

    def __init__(self, jobs: Jobs, longest: Callable[[Job, Path], float] = limit_s) -> None:
        self._jobs, self._longest, self._halt = jobs, longest, Event()

    def work(self) -> None:
        """One job from its begin to its end; nothing where none waits."""
        mark = next(iter(self._jobs.waiting()), None)
        if mark is None or self._halt.is_set():
            return
        if not can_live():
            self._jobs.end(mark, "failed", "not_installed")
            return
        limit, process = self._limit(mark), self._begin(mark)
        try:
            is_late = self._watch(mark, process, limit)
        finally:
            process.kill()
            process.wait()
        if self._halt.is_set():
            return
        if (self._jobs.folder / mark / STOP).exists():
            self._jobs.end(mark, "stopped")
        elif is_late:
            self._jobs.end(mark, "stopped", "too_long", seconds=f"{limit:.0f}")
        else:
            self._jobs.end(mark, "failed", "died")

    def _limit(self, mark: str) -> float:
        """Seconds; what is not on the disk any more says so itself, at once."""
        job = read(self._jobs.folder / mark, JOB, Job)
        return self._longest(job, self._jobs.folder.parent) if job else LEAST_S

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

    def _watch(self, mark: str, process: "subprocess.Popen[bytes]", limit: float) -> bool:
        """Until it ends, somebody stops it or the server ends; whether it had to be ended, because it took too long."""
        latest = time.monotonic() + limit
        signs = [self._jobs.folder / mark / name for name in (STOP, ENDED)]
        while process.poll() is None and not any(one.exists() for one in signs):
            if self._halt.wait(LOOK_EVERY_S):
                return False
            if time.monotonic() > latest:
                return True
        return False
