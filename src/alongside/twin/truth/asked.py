"""The job of a folder, answered; where it cannot be, why: a code, with what its sentence says."""

from pathlib import Path

from alongside.core.refused import Refused
from alongside.ledger.refused import LedgerRefused
from alongside.library import load_program
from alongside.library.reading import Mistake as WrongLibrary
from alongside.twin.planning.wrong import Mistake
from alongside.twin.truth import answering, reading, told
from alongside.twin.whatif.policy import rules_with
from alongside.twin.whatif.told import JOB, Ended, read


def answer(folder: Path) -> Ended:
    """How it ended."""
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
