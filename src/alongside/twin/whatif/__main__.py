"""``python -m alongside.twin.whatif FOLDER``: lives the job of that folder in a process of its own, and says in it how that ended."""

import sys
from pathlib import Path

from alongside.twin.whatif.ending import or_failed, run_in
from alongside.twin.whatif.sides import Changed
from alongside.twin.whatif.told import JOB, SPEED, Ended, Job, Speed, read, write
from alongside.twin.whatif.working import Stopped, Work


@or_failed
def live(folder: Path) -> Ended:
    """How it ended, and why where it failed."""
    job = read(folder, JOB, Job)
    if job is None:
        return Ended(how="failed", why="no_job")
    work = Work(folder, job)
    try:
        learn(folder.parent.parent, work, work.live().engine)
    except Stopped:
        return Ended(how="stopped")
    except Changed:
        return Ended(how="failed", why="changed")
    return Ended(how="done")


def learn(folder: Path, work: Work, engine: str) -> None:
    """How fast this machine is, for whoever asks how long the next will take."""
    known = read(folder, SPEED, Speed)
    if work.lived:
        write(folder, SPEED, Speed(ms_a_call=dict(known.ms_a_call if known else {}) | {engine: 1000 * work.seconds / work.lived}))


if __name__ == "__main__":
    sys.exit(run_in(Path(sys.argv[1]), live))
