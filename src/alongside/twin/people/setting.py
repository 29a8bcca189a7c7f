"""What stays the same from step to step: the rules, the people, the roads, the dice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alongside.core.rules import Rules
from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.people.rows import Rows
from alongside.twin.world.enrolled import Enrolled
from alongside.twin.world.numbers import World
from alongside.twin.world.regulars import Regulars

if TYPE_CHECKING:
    from alongside.twin.people.from_history import Outcome


@dataclass(kw_only=True)
class Setting:
    """One city. ``history`` is what a record states, where this is a day that really was."""

    rules: Rules
    profile: Profile
    travel: RoadTravel
    dice: Dice
    world: World
    history: "Mapping[str, Outcome] | None"
    rows: Rows
    enrolled: tuple[Enrolled, ...] = ()  # whom families bring to the registry
    regulars: Regulars | None = None  # people met again and again; none on a day that really was

    def seconds_ms(self, duration: str, entity: str, n: int = 0) -> int:
        """A sampled duration named among the world's ``seconds``, in ms."""
        return int(self.dice.quantile(self.world.seconds[duration], entity, duration, n) * 1000)

    def minutes_ms(self, duration: str, entity: str, n: int = 0) -> int:
        """A sampled duration named among the world's ``minutes``, in ms."""
        return int(self.dice.quantile(self.world.minutes[duration], entity, duration, n) * 60_000)

    def happens(self, chance: str, entity: str, n: int = 0) -> bool:
        """Whether something named among the world's ``chances`` happens."""
        return self.dice.happens(self.world.chances[chance], entity, chance, n)
