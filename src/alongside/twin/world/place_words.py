"""Places as callers say them: a grid address of this city, a street, a part of town. Invented, never looked up."""

from alongside.core.travel import Spot
from alongside.twin.draw import Dice
from alongside.twin.world.numbers import World

# South Temple and Main, where the city's address grid starts; a hundred of the grid is about 201 m (660 feet a block).
ORIGIN = Spot(40_769_300, -111_891_000)
HUNDRED_LAT, HUNDRED_LON = 1_806, 2_385


def say_place(dice: Dice, world: World, kind: str, spot: Spot, around: str, entity: str, language: str) -> str:
    """The caller's own words for the spot."""
    words = dice.pick(world.places[kind][language], entity, "place words")
    return words.format(block=_block(dice, spot, entity), street=_street(spot, entity, dice), area=around)


def _block(dice: Dice, spot: Spot, entity: str) -> str:
    south, west = _grid(spot)
    door = int(dice.uniform(entity, "door") * 50) * 2
    return f"{abs(south) * 100 + door} {_side(south, 'S', 'N')} {abs(west) * 100 or 100} {_side(west, 'W', 'E')}"


def _street(spot: Spot, entity: str, dice: Dice) -> str:
    south, west = _grid(spot)
    if dice.happens(0.5, entity, "which street"):
        return f"{abs(west) * 100 or 100} {_side(west, 'West', 'East')}"
    return f"{abs(south) * 100 or 100} {_side(south, 'South', 'North')}"


def _grid(spot: Spot) -> tuple[int, int]:
    """Hundreds south and west of the grid's origin; negative is north and east."""
    return round((ORIGIN.lat - spot.lat) / HUNDRED_LAT), round((ORIGIN.lon - spot.lon) / HUNDRED_LON)


def _side(hundreds: int, positive: str, negative: str) -> str:
    return positive if hundreds >= 0 else negative
