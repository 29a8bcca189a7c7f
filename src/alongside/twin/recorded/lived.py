"""A recorded stretch of time as a planning scenario: its calls as they rang, in the deployment's own world, for any policy and roster."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace as with_other

from alongside.core.rules import Rules
from alongside.core.travel import Spot
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls, draw
from alongside.twin.planning.near import nearest
from alongside.twin.planning.world import HOUR_MS, CallKind, PlanningWorld
from alongside.twin.recorded.calls import Rang, count_known
from alongside.twin.recorded.known import known_of

AFTERWARDS_MS = 12 * HOUR_MS  # what the last calls began is followed so much longer


class NothingRecorded(ValueError):
    """A ledger in which nobody called."""


@dataclass(frozen=True)
class Recorded:
    """``world`` has a kind for each different thing that was said; ``fixed`` is (call, column, value)."""

    world: PlanningWorld
    start: int
    end: int
    rings: np.ndarray
    fixed: np.ndarray
    known: dict[str, int]

    def calls(self, seed: int) -> Calls:
        """The calls, with what the record does not say drawn from the world: the same for every plan."""
        drawn = draw(self.world, self.start, self.rings, seed)
        drawn[self.fixed[:, 0], self.fixed[:, 1]] = self.fixed[:, 2]
        return Calls(self.rings, drawn)


def must_have_rung(calls: Sequence[Rang]) -> Sequence[Rang]:
    """The calls. Raises :class:`NothingRecorded` where there are none."""
    if not calls:
        raise NothingRecorded("nobody called in this ledger; give one in which calls were taken")
    return calls


def read_recorded(calls: Sequence[Rang], world: PlanningWorld, rules: Rules) -> Recorded:
    """At least one call. ``world`` is the deployment's own; ``rules`` say which answers can be asked again."""
    start = calls[0].at // HOUR_MS * HOUR_MS
    kinds: dict[CallKind, int] = {}
    fixed, spots = list[tuple[int, int, int]](), tuple(Spot(*place) for place in world.places)
    for index, one in enumerate(calls):
        fixed.append((index, c.KIND, kinds.setdefault(kind_of(one, rules), len(kinds))))
        if one.spot is not None:
            fixed.append((index, c.PLACE, nearest(spots, one.spot)))
        fixed += [(index, column, value) for column, value in known_of(one)]
    named = tuple(with_other(kind, name=f"recorded-{place:03}") for place, kind in enumerate(kinds))
    return Recorded(
        with_other(world, kinds=named, calls_again=0.0), start, calls[-1].at + AFTERWARDS_MS,
        np.array([one.at - start for one in calls], np.int64), np.array(fixed, np.int64), count_known(calls),
    )  # fmt: skip


def kind_of(one: Rang, rules: Rules) -> CallKind:
    """What was said, where these rules' protocol asked it; else the level it was given, or counts as."""
    level = rules.program.unassessed_as if one.level is None else one.level
    answers = one.answers if one.protocol == rules.program.protocol else ()
    return CallKind(name="", weight=1, origin=str(one.origin), answers=answers, level=int(level), language=one.language)
