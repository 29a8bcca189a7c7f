"""Lives the calls of a job again, seed by seed, and says after each what is known so far."""

import os
import time
from pathlib import Path

from alongside.core.rules import Rules
from alongside.twin.planning.running import engine_of
from alongside.twin.planning.world import HOUR_MS
from alongside.twin.truth.lived import Lived
from alongside.twin.truth.measuring import beside, count, measure
from alongside.twin.truth.told import LEAST_CALLS, TRUTH, Job, Truth
from alongside.twin.truth.trying import once_more
from alongside.twin.whatif.told import PROGRESS, STOP, Progress, write

WARM_MS = 6 * HOUR_MS  # the twin begins with nobody waiting: so long before, calls only keep crews busy


def answer(folder: Path, job: Job, rules: Rules, lived: Lived) -> tuple[str, str]:
    """How it ended: done, stopped, or failed for want of calls."""
    counted = [one.at >= job.since for one in lived.calls]
    if sum(counted) < LEAST_CALLS:
        return "failed", "few"
    again = once_more(lived.calls, job.world, rules, job.units, job.since, job.until)
    ours = {one.incident for one, is_ours in zip(lived.calls, counted, strict=True) if is_ours}
    ready, began, parent = again.ready_for(job.runs), time.monotonic(), os.getppid()
    engine, told, rows_of_life = engine_of(ready), list[dict[str, float]](), lived.rows[counted]
    write(folder, PROGRESS, Progress(done=0, of=job.runs, seconds=0.0, engine=engine))
    life, counts = measure(rows_of_life), count(rows_of_life)
    for rows in again.live(range(1, job.runs + 1), ready):
        told.append(measure(rows))
        truth = Truth(
            calls=len(ours), since=job.since, until=job.until, runs=len(told), of=job.runs, engine=engine, figures=beside(life, told),
            counts=counts,
            other_choices=len(lived.other_choices & ours), with_partner=len(lived.with_partner & ours), staged=len(lived.staged & ours),
        )  # fmt: skip
        write(folder, TRUTH, truth)
        write(folder, PROGRESS, Progress(done=len(told), of=job.runs, seconds=time.monotonic() - began, engine=engine))
        if (folder / STOP).exists() or os.getppid() != parent:
            return "stopped", ""
    return "done", ""
