"""The places of a planning world: where calls come from, where crews wait, where doors are. Few enough to be played with."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.travel import Spot
from alongside.twin.planning.near import apart, nearest
from alongside.twin.world.where import Whereabouts

__all__ = ["MOST", "Places", "Source", "apart", "join_nearest", "list_places", "list_sources", "nearest"]
MOST = 40
SAMPLED = 7  # road nodes that stand for one place when a drive to it is measured
PIECES = 20  # of an area that names no neighborhoods


@dataclass(frozen=True)
class Source:
    """A place calls come from: its middle, its share of the calls, road nodes within it."""

    spot: Spot
    weight: float
    within: tuple[Spot, ...]


@dataclass(frozen=True)
class Places:
    """``sources`` come first; after them the other spots, each once."""

    sources: tuple[Source, ...]
    others: tuple[Spot, ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place, in the order of its index."""
        return (*(one.spot for one in self.sources), *self.others)

    def nearest(self, spot: Spot) -> int:
        """The index of the place nearest to a spot."""
        return nearest(self.spots, spot)


def list_places(where: Whereabouts, others: Sequence[Spot]) -> Places:
    """At most ``MOST`` places: the nearest sources are made one until they fit beside the others."""
    kept = tuple(dict.fromkeys(others))[: MOST - 1]
    sources = list_sources(where)
    while len(sources) + len(kept) > MOST:
        sources = join_nearest(sources)
    known = {one.spot for one in sources}
    return Places(tuple(sources), tuple(spot for spot in kept if spot not in known))


def list_sources(where: Whereabouts) -> list[Source]:
    """The area's neighborhoods by the living city's weights; an area without any by pieces of it."""
    if not where.area.neighbourhoods:
        spots = dict.fromkeys(where.anywhere(f"piece:{n}") for n in range(PIECES))
        return [Source(spot, 1.0, (spot,)) for spot in spots]
    weights = where.weights()
    return [
        Source(one.spot, weights[one.label], tuple(where.within(one, f"{one.label}:{n}") for n in range(SAMPLED)))
        for one in where.area.neighbourhoods
        if weights[one.label] > 0
    ]


def join_nearest(sources: list[Source]) -> list[Source]:
    """Two that lie side by side become one, where the heavier of them is."""
    pairs = ((apart(one.spot, two.spot), n, m) for n, one in enumerate(sources) for m, two in enumerate(sources) if n < m)
    _, n, m = min(pairs)
    heavy, light = sorted((sources[n], sources[m]), key=lambda one: -one.weight)
    joined = Source(heavy.spot, heavy.weight + light.weight, heavy.within + light.within)
    return [joined if place == n else one for place, one in enumerate(sources) if place != m]
