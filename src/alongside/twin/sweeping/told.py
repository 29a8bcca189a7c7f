"""What a sweep found: each plan beside the first, figure by figure, with the interval of the difference run by run."""

import json
from collections.abc import Sequence
from math import isfinite
from typing import Any

import polars as pl

from alongside.twin.planning.paired import Difference
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.sweep import compare

SHOWN = (
    "calls", "response_median", "response_p90", "waited_mean", "met", "never_sent", "not_taken", "unmet", "without_police", "taken_along",
    "crew_hours", "police_hours",
)  # fmt: skip


def differences(runs: pl.DataFrame, before: str, after: str) -> dict[str, Difference]:
    """By figure, where some run counted somebody in both."""
    counted = {name: runs.filter(~pl.col(name).cast(pl.Float64).is_nan()) for name in SHOWN}
    seeds = {name: [set(rows.filter(pl.col("plan") == plan)["seed"]) for plan in (before, after)] for name, rows in counted.items()}
    return {name: compare(runs, before, after, name) for name in SHOWN if set.intersection(*seeds[name])}


def tell(plans: Sequence[Plan], runs: pl.DataFrame, weeks: int) -> list[str]:
    """Lines to read: means of the runs; one plan alone is told without a difference."""
    first, *others = (plan.name for plan in plans)
    engines = ", ".join(sorted(runs["engine"].unique()))
    span = f"{weeks} week{'s' if weeks > 1 else ''}"
    lines = [f"{runs.height // len(plans)} runs of {span} for each plan, on the {engines}. Times in minutes, the rest for a whole run."]
    if not others:
        return [*lines, *(f"{name.replace('_', ' '):<18}{_mean(runs, name):>12.2f}" for name in SHOWN)]
    for other in others:
        lines += ["", f"{'':<18}{first[:16]:>17}{other[:16]:>17}{'difference':>12}  95 % between"]
        lines += [_line(name, one) for name, one in differences(runs, first, other).items()]
    return lines


def tell_json(plans: Sequence[Plan], runs: pl.DataFrame) -> str:
    """The same as one JSON object. An end of an interval that one pair alone does not have is null."""
    first, *others = (plan.name for plan in plans)
    means = {plan.name: {name: _finite(_mean(runs.filter(pl.col("plan") == plan.name), name)) for name in SHOWN} for plan in plans}
    found = {other: {name: _as_data(one) for name, one in differences(runs, first, other).items()} for other in others}
    return json.dumps({"compared_with": first, "runs": runs.height // len(plans), "means": means, "differences": found})


def _line(name: str, one: Difference) -> str:
    clear = "" if one.is_clear else "  (no difference)" if one.low == one.high == 0 else "  (could be chance)"
    return f"{name.replace('_', ' '):<18}{one.before:>17.2f}{one.after:>17.2f}{one.mean:>+12.2f}  {one.low:+.2f} and {one.high:+.2f}{clear}"


def _mean(runs: pl.DataFrame, name: str) -> float:
    counted = runs[name].cast(pl.Float64).drop_nans()
    return float(counted.mean() or 0.0) if counted.len() else float("nan")  # type: ignore[arg-type]


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def _as_data(one: Difference) -> dict[str, Any]:
    return {name: _finite(value) for name, value in vars(one).items()} | {"is_clear": one.is_clear}
