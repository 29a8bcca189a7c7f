"""What is asked of the twin about its truth, and what it found: files in one folder, written whole."""

from collections.abc import Mapping

import msgspec

from alongside.core.policy.state import Settings
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.truth.measuring import Beside

LEAST_CALLS = 10
TRUTH = "truth.json"


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """The calls that rang here in this span (ms UTC), lived so often again by this roster under this policy in this world."""

    program: str
    rules: str
    settings: Settings
    world: PlanningWorld
    units: tuple[PlannedUnit, ...]
    since: int
    until: int
    runs: int


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """By figure, life beside the twin; and of how many calls life had what planning does not know."""

    calls: int
    since: int
    until: int
    runs: int
    of: int
    engine: str
    figures: Mapping[str, Beside]
    counts: Mapping[str, tuple[int, int]]  # by figure, the calls of life it counts, and of how many
    other_choices: int
    with_partner: int
    staged: int
