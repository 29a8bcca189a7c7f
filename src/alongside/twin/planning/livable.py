"""Whether a program can be lived in a world: its calls are answered there, its protocol asks what they say, its doors are there."""

from collections.abc import Iterator

from alongside.core.rules import Rules
from alongside.core.travel import Spot
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.taken import is_asked, is_taken
from alongside.twin.planning.world import HOUR_MS, PlanningWorld
from alongside.twin.planning.wrong import Complaint, Mistake

NEAR = 100_000  # microdegrees beyond the area's edge that still belong to it
Bounds = tuple[Spot, Spot]


def must_be_livable(world: PlanningWorld, rules: Rules, bounds: Bounds) -> None:
    """Raises ``Mistake`` with the first thing that is in the way."""
    check_scenario(Scenario(rules, world, (), 0, HOUR_MS))
    for complaint in (*off_the_map(world, bounds), *unheard(world, rules)):
        raise Mistake(world.name or "world", complaint)


def off_the_map(world: PlanningWorld, bounds: Bounds) -> Iterator[Complaint]:
    """Places that this area's roads do not lead to."""
    low, high = bounds
    for lat, lon in world.places:
        if not (low.lat - NEAR <= lat <= high.lat + NEAR and low.lon - NEAR <= lon <= high.lon + NEAR):
            yield Complaint("place_outside", {"lat": f"{lat / 1e6:.4f}", "lon": f"{lon / 1e6:.4f}"})


def unheard(world: PlanningWorld, rules: Rules) -> Iterator[Complaint]:
    """Kinds of call that this program does not take, or whose answers its protocol does not know."""
    for kind in world.kinds:
        if not is_taken(kind, rules):
            yield Complaint("kind_origin", {"kind": kind.name, "origin": kind.origin})
        elif not is_asked(kind, rules):
            yield Complaint("kind_answers", {"kind": kind.name, "protocol": rules.program.protocol})
