"""Where calls come from: road nodes, more often where more calls come from."""

from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt
from typing import Protocol

from alongside.core.travel import Spot
from alongside.library.areas.area import Area, Neighbourhood
from alongside.twin.draw import Dice
from alongside.twin.world.numbers import World

WHOLE_AREA = "elsewhere in the area"


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

    def beside(self, spot: Spot) -> Spot:
        """The road node some forty metres off, where somebody else stands."""
        return self.nodes.near(Spot(spot.lat + 400, spot.lon - 300))

    def place(self, entity: str) -> tuple[Spot, str]:
        """A road node, more often where more calls come from."""
        named: dict[str, Neighbourhood] = {one.label: one for one in self.area.neighbourhoods}
        if not named:
            return self.anywhere(entity), WHOLE_AREA
        label = self.dice.choose(self.weights(), entity, "neighbourhood")
        return self.within(named[label], entity), label

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
