"""The job of a folder, answered; where the ledger cannot be read, that."""

from pathlib import Path

from alongside.ledger.refused import LedgerRefused
from alongside.library import load_program
from alongside.twin.truth import answering, reading, told
from alongside.twin.whatif.ending import or_failed
from alongside.twin.whatif.policy import rules_with
from alongside.twin.whatif.told import JOB, Ended, read


@or_failed
def answer(folder: Path) -> Ended:
    """How it ended."""
    job = read(folder, JOB, told.Job)
    if job is None:
        return Ended(how="failed", why="no_job")
    try:
        rules = rules_with(load_program(job.program).rules, job.settings)
        how, why = answering.answer(folder, job, rules, reading.read_ledger(job))
    except LedgerRefused:
        return Ended(how="failed", why="no_ledger")
    return Ended(how=how, why=why)
