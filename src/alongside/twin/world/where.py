"""Where calls come from: road nodes, more often where more calls come from."""

from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt
from typing import Protocol

from alongside.core.travel import Spot
from alongside.library.areas.area import Area, Neighbourhood
from alongside.twin.draw import Dice
from alongside.twin.planning.near import nearest
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.world.numbers import World

WHOLE_AREA = "elsewhere in the area"
AROUND_M = 500  # of a place that is no neighborhood
Ground = tuple[float, Neighbourhood]  # a weight beside the others, and where
Grounds = tuple[tuple[Ground, ...], ...]  # by place of the planning world


class Nodes(Protocol):
    """Where calls come from: road nodes of the area."""

    def near(self, spot: Spot) -> Spot:
        """The road node nearest a spot."""


@dataclass(frozen=True)
class Whereabouts:
    """The places of one area."""

    dice: Dice
    world: World
    area: Area
    nodes: Nodes
    grounds: Grounds = ()

    def at(self, place: int, entity: str) -> tuple[Spot, str]:
        """A road node of this place of the planning world, and what people call it."""
        within = self.grounds[place]
        shares = {str(n): weight for n, (weight, _) in enumerate(within)}
        chosen = within[int(self.dice.choose(shares, entity, "ground"))][1]
        return self.within(chosen, entity), chosen.label

    def beside(self, spot: Spot) -> Spot:
        """The road node some forty metres off, where somebody else stands."""
        return self.nodes.near(Spot(spot.lat + 400, spot.lon - 300))

    def weights(self) -> dict[str, float]:
        """How many calls come from each neighborhood beside the others; one the world does not name weighs 1."""
        return {one.label: self.world.neighbourhoods.get(one.label, 1.0) for one in self.area.neighbourhoods}

    def within(self, one: Neighbourhood, entity: str) -> Spot:
        """A road node of this neighborhood."""
        angle, reach = 2 * pi * self.dice.uniform(entity, "angle"), sqrt(self.dice.uniform(entity, "distance"))
        centre, metres = one.spot, one.radius_m * reach
        north, east = metres * sin(angle) / 0.11132, metres * cos(angle) / 0.11132 / cos(radians(centre.lat / 1e6))
        return self.nodes.near(Spot(round(centre.lat + north), round(centre.lon + east)))

    def anywhere(self, entity: str) -> Spot:
        """A road node of an area that names no neighborhoods."""
        low, high = self.area.bounds
        north, east = self.dice.uniform(entity, "north"), self.dice.uniform(entity, "east")
        return self.nodes.near(Spot(round(low.lat + north * (high.lat - low.lat)), round(low.lon + east * (high.lon - low.lon))))


def lay_grounds(weights: dict[str, float], area: Area, planning: PlanningWorld) -> Grounds:
    """Which neighborhoods each place of a planning world stands for: those it is the nearest place of, else what is around it."""
    called = [n for n in range(len(planning.places)) if any(row[n] for row in planning.where)]
    spots = [Spot(*planning.places[n]) for n in called]
    found: list[list[Ground]] = [[] for _ in planning.places]
    for one in area.neighbourhoods if called else ():
        if weights[one.label] > 0:
            found[called[nearest(spots, one.spot)]].append((weights[one.label], one))
    around = (((1.0, Neighbourhood(WHOLE_AREA, Spot(*place), AROUND_M)),) for place in planning.places)
    return tuple(tuple(own) or other for own, other in zip(found, around, strict=True))
