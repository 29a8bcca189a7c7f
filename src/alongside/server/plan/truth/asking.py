"""Has the twin asked, in a process beside the server: one question at a time, the newest answer kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from alongside.server.plan.board.kept import folder as plan_folder
from alongside.server.plan.truth.job import make_job
from alongside.twin.truth.told import TRUTH, Truth
from alongside.twin.whatif.told import ENDED, JOB, PROGRESS, STOP, Ended, Progress, read, write

DAYS = (1, 2, 7, 14, 28)
RUNS = 20
WORKER = "alongside.twin.truth"
_running: list["subprocess.Popen[bytes]"] = []


class Standing(NamedTuple):
    """How the newest question stands. ``state``: "" (never asked), running, done, stopped, failed; ``ended`` says why."""

    state: str
    progress: Progress | None = None
    truth: Truth | None = None
    ended: Ended | None = None


def folder() -> Path:
    """Where the question and its answer are."""
    return plan_folder() / "truth"


def ask(days: int) -> None:
    """About the last so many days; nothing where a question is being answered already. Raises ``OwnLost``: then the answer before stays."""
    if is_running():
        return
    job = make_job(days, RUNS)
    shutil.rmtree(folder(), ignore_errors=True)
    folder().mkdir(parents=True)
    write(folder(), JOB, job)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    with (folder() / "log").open("wb") as log:
        command = [sys.executable, "-m", WORKER, str(folder())]
        _running[:] = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)]


def stop() -> None:
    """Enough; what is known so far stays."""
    if is_running():
        (folder() / STOP).touch()


def is_running() -> bool:
    """Whether a question is being answered."""
    return bool(_running) and _running[0].poll() is None


def standing() -> Standing:
    """How the newest question stands."""
    where = folder()
    running, ended = is_running(), read(where, ENDED, Ended)
    progress, truth = read(where, PROGRESS, Progress), read(where, TRUTH, Truth)
    if ended is not None:
        return Standing(ended.how, progress, truth, ended)
    if running or not (where / JOB).exists():
        return Standing("running" if running else "", progress, truth)
    died = None if truth else Ended(how="failed", why="died")
    return Standing("stopped" if truth else "failed", progress, truth, died)
