"""What a history says, put into the world of this deployment; what it does not say stays as the deployment has it."""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from alongside.evaluate.fitting.durations import BEGINS
from alongside.evaluate.fitting.measured import KindShare, Measured
from alongside.twin.planning.world import HURRIED, WEEK_HOURS, CallKind, PlanningWorld, Quantiles, check_world


def fitted_world(today: PlanningWorld, measured: Measured, name: str) -> PlanningWorld:
    """Raises ``Mistake`` where what was measured makes no world."""
    paced = bool(measured.pace)
    made = replace(
        today, name=name, source=f"{measured.history}, {measured.first} – {measured.last}", weekly=weekly(today, measured),
        seasons=measured.seasons or today.seasons, yearly=today.yearly if measured.yearly is None else measured.yearly,
        where=measured.where or today.where, kinds=kinds(today.kinds, measured.kinds), durations=durations(today, measured),
        bands=tuple(part_of(hour % 24) for hour in range(WEEK_HOURS)) if paced else today.bands,
        drives=tuple(at_pace(today.drives[0], pace) for pace in measured.pace) if paced else today.drives,
    )  # fmt: skip
    check_world(made)
    return made


def weekly(today: PlanningWorld, measured: Measured) -> tuple[float, ...]:
    """The history's own hours; where it is too short for them, as many calls as it had, at the hours the deployment has them."""
    if measured.weekly:
        return measured.weekly
    return tuple(mean * measured.per_day * 7 / sum(today.weekly) for mean in today.weekly)


def durations(today: PlanningWorld, measured: Measured) -> dict[str, Quantiles]:
    """What the history says; how soon somebody is sent it says of all calls, urgent or not."""
    ours = {name: told for name, told in today.durations.items() if name != HURRIED or "ready" not in measured.durations}
    return ours | measured.durations


def part_of(hour: int) -> int:
    """The part of the day of a local hour."""
    return sum(hour >= begins for begins in BEGINS) - 1


def at_pace(drives: tuple[tuple[int, ...], ...], pace: float) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(round(ms * pace) for ms in row) for row in drives)


def kinds(ours: Sequence[CallKind], shares: Sequence[KindShare]) -> tuple[CallKind, ...]:
    """Half of each kind at its least urgent level, half at its most: a history says what was called about, not how urgent it proved."""
    return tuple(call_kind(ours, one, level, one.calls / len(levels)) for one in shares for levels in [levels_of(one)] for level in levels)


def levels_of(one: KindShare) -> tuple[int, ...]:
    return (one.least,) if one.least == one.most else (one.least, one.most)


def call_kind(ours: Sequence[CallKind], one: KindShare, level: int, weight: float) -> CallKind:
    """Set by hand to this level; what comes of it is what comes of this deployment's own calls of that level."""
    alike = [kind for kind in ours if kind.level == level] or list(ours)
    outcomes = mean([kind.outcomes for kind in alike], [kind.weight for kind in alike])
    ends = mean([kind.ends for kind in alike], [kind.weight for kind in alike])
    resolved, referred, taken, arrested = outcomes
    engaged, declined, gone = ends
    return CallKind(
        name=f"{one.kind}-{'officer' if one.officer else 'call'}-{level}", weight=weight, origin="officer" if one.officer else "call_911",
        level=level, language="en", ends=(engaged, declined, gone), outcomes=(resolved, referred, taken, arrested),
    )  # fmt: skip


def mean(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """Of shares, each row first made to add up to 1."""
    shares = np.array(rows, dtype=np.float64)
    shares /= shares.sum(axis=1, keepdims=True)
    found: list[float] = np.average(shares, axis=0, weights=weights).tolist()
    return found
