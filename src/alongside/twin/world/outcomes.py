"""What becomes of a meeting, by how urgent it is: asked by the living city for each person, and by planning for each kind of call."""

from alongside.core.codes import Level
from alongside.twin.world.numbers import World

OFTENER = {Level.EMERGENT: 2.6, Level.URGENT: 1.4}  # taken somewhere, beside the world's own weight; anything calmer 0.6
MEDICAL = 3.0


def weigh_outcomes(world: World, level: Level | None, medical: bool) -> dict[str, float]:
    """Weights of what comes of an engaged meeting: the more urgent, the more often somewhere."""
    weights = dict(world.dispositions)
    weights["transported"] *= OFTENER.get(level or Level.ROUTINE, 0.6) * (MEDICAL if medical else 1)
    return weights
