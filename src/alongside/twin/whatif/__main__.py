"""``python -m alongside.twin.whatif FOLDER``: lives the job of that folder in a process of its own, and says in it how that ended."""

import os
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from alongside.core.refused import Refused
from alongside.library.reading import Mistake as WrongLibrary
from alongside.twin.planning.world import Mistake
from alongside.twin.whatif.sides import Changed
from alongside.twin.whatif.told import ENDED, JOB, SPEED, Ended, Job, Speed, read, write
from alongside.twin.whatif.working import Stopped, Work

KIND = 5  # calls for help come first on this machine


def main(folder: Path) -> int:
    """0: done; 1: not, and the folder says why."""
    os.nice(KIND)
    began = time.monotonic()
    ended = live(folder)
    write(folder, ENDED, replace(ended, seconds=time.monotonic() - began))
    return 0 if ended.how == "done" else 1


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
    except Mistake as wrong:
        told = {name: str(value) for name, value in wrong.complaint.params.items()}
        return Ended(how="failed", why=wrong.complaint.code, told=told)
    except Refused as refused:
        return Ended(how="failed", why="refused", told={"why": refused.code})
    except WrongLibrary:
        return Ended(how="failed", why="no_program")
    except MemoryError:
        return Ended(how="failed", why="died")
    return Ended(how="done")


def learn(folder: Path, work: Work, engine: str) -> None:
    """How fast this machine is, for whoever asks how long the next will take."""
    known = read(folder, SPEED, Speed)
    if work.lived:
        write(folder, SPEED, Speed(ms_a_call=dict(known.ms_a_call if known else {}) | {engine: 1000 * work.seconds / work.lived}))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
