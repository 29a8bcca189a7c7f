"""How recorded calls end, as the world has it: their record is not asked."""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace as with_other

from alongside.core.intake.triage import run
from alongside.core.rules import Rules
from alongside.twin.planning.world import CallKind, PlanningWorld


def as_in(world: PlanningWorld, rules: Rules, kind: CallKind) -> CallKind:
    """With how such calls end in this world: of the kind that says the same, else of those as urgent."""
    level = _level(rules, kind)
    same = [one for one in world.kinds if kind.answers and one.answers == kind.answers]
    alike = same or [one for one in world.kinds if one.level == level and one.weight > 0] or list(world.kinds)
    engaged, declined, gone = _mean([one.ends for one in alike], alike)
    resolved, referred, taken, arrested = _mean([one.outcomes for one in alike], alike)
    return with_other(kind, level=level, ends=(engaged, declined, gone), outcomes=(resolved, referred, taken, arrested))


def _level(rules: Rules, kind: CallKind) -> int:
    found = run(rules.protocols[rules.program.protocol], dict(kind.answers)).level if kind.answers else None
    return kind.level if found is None else int(found)


def _mean(rows: Sequence[Sequence[float]], kinds: Sequence[CallKind]) -> list[float]:
    shares = np.array(rows, dtype=np.float64)
    shares /= shares.sum(axis=1, keepdims=True)
    found: list[float] = np.average(shares, axis=0, weights=[one.weight for one in kinds]).tolist()
    return found
