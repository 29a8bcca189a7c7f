"""What is known after some runs: every side of a job against its first, and where, when and after how long."""

from math import isfinite

import polars as pl

from alongside.twin.planning.sweep import compare
from alongside.twin.whatif.told import Compared, Found, Job

FIGURES = (
    "response_median", "response_p90", "response_mean", "without_police", "unmet", "never_sent", "police_hours",
    "referred_for_want_of_a_place", "met", "calls",
)  # fmt: skip
KNOWN = ("not_taken",)  # who calls from where: no run is needed to know that it differs, and none makes it surer
PATTERNS = ("responses", "unmet_hours", "unmet_places")


def found_so_far(job: Job, runs: pl.DataFrame, engine: str) -> Found:
    """Every side against the first, figure by figure."""
    first, *others = (side.name for side in job.sides)
    compared = {name: {figure: one for figure in (*FIGURES, *KNOWN) if (one := compared_of(runs, first, name, figure))} for name in others}
    sums = {pattern: {side.name: summed(runs, side.name, pattern) for side in job.sides} for pattern in PATTERNS}
    pairs = runs.filter(pl.col("plan") == first).height
    return Found(pairs=pairs, runs=job.runs, engine=engine, weeks=job.weeks, compared=compared, **sums)


def compared_of(runs: pl.DataFrame, before: str, after: str, figure: str) -> Compared | None:
    """None where no run counted anybody in both."""
    try:
        told = compare(runs, before, after, figure)
    except ValueError:
        return None
    low, high = (end if isfinite(end) else None for end in (told.low, told.high))
    judged = {"is_clear": told.is_clear, "is_clear_among_all": told.is_clear_among(len(FIGURES))}
    return Compared(before=told.before, after=told.after, mean=told.mean, low=low, high=high, pairs=told.pairs, **judged)


def summed(runs: pl.DataFrame, name: str, pattern: str) -> list[int]:
    """Each count added up over the runs of one side."""
    rows = runs.filter(pl.col("plan") == name)[pattern].to_list()
    return [sum(column) for column in zip(*rows, strict=True)]
