"""``python -m alongside.twin.truth FOLDER``: answers the job of that folder in a process of its own, and says in it how that ended."""

import os
import sys
import time
from pathlib import Path

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
    how, why = answer(folder)
    write(folder, ENDED, Ended(how=how, why=why, seconds=time.monotonic() - began))
    return 0 if how == "done" else 1


def answer(folder: Path) -> tuple[str, str]:
    """How it ended, and why where it failed."""
    job = read(folder, JOB, told.Job)
    if job is None:
        return "failed", "no job is written here"
    try:
        rules = rules_with(load_program(job.program).rules, job.settings)
        return answering.answer(folder, job, rules, reading.read_ledger(job))
    except (Mistake, WrongLibrary, LedgerRefused) as wrong:
        return "failed", str(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
