"""``python -m alongside.twin.truth FOLDER``: answers the job of that folder in a process of its own, and says in it how that ended."""

import os
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from alongside.core.refused import Refused
from alongside.ledger.refused import LedgerRefused
from alongside.library import load_program
from alongside.library.reading import Mistake as WrongLibrary
from alongside.twin.planning.wrong import Mistake
from alongside.twin.truth import answering, reading, told
from alongside.twin.whatif.policy import rules_with
from alongside.twin.whatif.told import ENDED, JOB, Ended, read, write

KIND = 5  # calls for help come first on this machine


def main(folder: Path) -> int:
    """0: done; 1: not, and the folder says why."""
    os.nice(KIND)
    began = time.monotonic()
    ended = answer(folder)
    write(folder, ENDED, replace(ended, seconds=time.monotonic() - began))
    return 0 if ended.how == "done" else 1


def answer(folder: Path) -> Ended:
    """How it ended, and why where it failed: a code, with what its sentence says."""
    job = read(folder, JOB, told.Job)
    if job is None:
        return Ended(how="failed", why="no_job")
    try:
        rules = rules_with(load_program(job.program).rules, job.settings)
        how, why = answering.answer(folder, job, rules, reading.read_ledger(job))
    except Mistake as wrong:
        return Ended(how="failed", why=wrong.complaint.code, told={name: str(value) for name, value in wrong.complaint.params.items()})
    except Refused as refused:
        return Ended(how="failed", why="refused", told={"why": refused.code})
    except WrongLibrary:
        return Ended(how="failed", why="no_program")
    except LedgerRefused:
        return Ended(how="failed", why="no_ledger")
    return Ended(how=how, why=why)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
