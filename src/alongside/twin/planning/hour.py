"""One hour's calls, and what chance decides about a need that nobody called about: asked by the living city, in plain Python, so that no
first page waits for machine code."""

import numpy as np
from msgspec.structs import replace as with_other

from alongside.twin.engine.plain import plain
from alongside.twin.planning import calls
from alongside.twin.planning.drawing import draw_rows
from alongside.twin.planning.world import HOUR_MS, PlanningWorld

Drawn = tuple[int, ...]  # one row: see ``columns``
_ring, _rows = plain(calls.ring_hours), (plain(draw_rows), plain(calls.hurry))
ENTITIES = 1 << 40


def sample_hour(world: PlanningWorld, hour_at: int, seed: int, demand: float) -> list[tuple[int, int, Drawn]]:
    """(entity, ms after the hour began, row) of the calls that ring in the hour from ``hour_at`` (ms UTC) on."""
    with np.errstate(over="ignore"):  # counters wrap around
        entities, rings = calls.ring(world, hour_at, hour_at + HOUR_MS, seed, demand, _ring)
        drawn = calls.rows(world, entities, rings, seed, _rows)
    return [(entity, ring, tuple(row)) for entity, ring, row in zip(entities.tolist(), rings.tolist(), drawn.tolist(), strict=True)]


def draw_for(world: PlanningWorld, number: int, level: int, seed: int) -> Drawn:
    """The row of a need that is nobody's call in this world: as of a call of this level. ``number`` names it."""
    alike = tuple(kind for kind in world.kinds if kind.level == level and kind.weight > 0) or world.kinds
    entities = np.array([number % ENTITIES & ~1], np.int64)
    with np.errstate(over="ignore"):
        drawn = calls.rows(with_other(world, kinds=alike), entities, np.zeros(1, np.int64), seed, _rows)
    return tuple(drawn[0].tolist())
