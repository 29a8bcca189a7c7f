"""What a run is: a policy, a world, a roster, a seed and a span of time. The same scenario gives the same facts, on either engine."""

from dataclasses import dataclass, field

import msgspec

from alongside.core.rules import Rules
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.taken import is_taken
from alongside.twin.planning.world import PlanningWorld


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """How the desk works, beside the policy. ``reassigns``: a crew on its way is turned to something more urgent where nobody is free.
    ``sends_second``: whoever else a requirement asks for is sent along. With both, who came along may be turned away, too: the need is met
    by the crew it still has, and nobody is sent in the other's stead."""

    reassigns: bool = False
    sends_second: bool = False
    demand: float = 1.0  # times the world's calls, 0 to 3: the same calls stay, others come on top


@dataclass(frozen=True)
class Scenario:
    """One run. ``start`` and ``end`` in ms UTC; calls ring in between, and what they began is followed until ``end``."""

    rules: Rules
    world: PlanningWorld
    units: tuple[PlannedUnit, ...]
    start: int
    end: int
    seed: int = 1
    practice: Practice = field(default_factory=Practice)

    def takes(self) -> list[bool]:
        """Kind by kind of the world, whether the program takes such a call."""
        return [is_taken(kind, self.rules) for kind in self.world.kinds]
