"""What one step of the city sees, and how its people ask for things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import PartyKind
from alongside.core.party import Actor, Party
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.sharing.access import may_ask
from alongside.core.state import Episode, Unit
from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.world.calls import Call
from alongside.twin.world.numbers import World

if TYPE_CHECKING:
    from alongside.twin.people.from_history import Outcome

WORKSTATION = "living-city"
AGAIN_MS, AGAIN_MOST_MS = 30_000, 900_000
DUTY_ROLES = {
    "call_taker": "call_taker", "dispatcher": "dispatcher", "supervisor": "supervisor", "clinician_line": "clinician",
    "follow_up": "case_manager", "case_management": "case_manager",
}  # fmt: skip


class Asked(NamedTuple):
    """A request somebody in the city makes, the protected words that come with it by field, and when (ms UTC)."""

    request: Request
    texts: dict[str, str]
    at: int


@dataclass
class Memory:
    """What the city remembers beside the board. Losing it loses nothing but a moment's patience."""

    asked: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)  # (kind, subject) -> (last asked at, times)
    idle_since: dict[str, int] = field(default_factory=dict)
    looked_at: dict[str, int] = field(default_factory=dict)

    def may_ask(self, key: tuple[str, str], now: int) -> bool:
        """Whether it is time to ask this (again): a refusal is not repeated at once, and ever less often."""
        last, times = self.asked.get(key, (0, 0))
        if times and now < last + min(AGAIN_MS * 2 ** (times - 1), AGAIN_MOST_MS):
            return False
        self.asked[key] = (now, min(times + 1, 10))
        return True

    def forget_before(self, before: int) -> None:
        """Drop what was asked long ago."""
        self.asked = {key: (at, times) for key, (at, times) in self.asked.items() if at >= before}


@dataclass
class Scene:
    """One step: the board as it is, the time, and what is asked for so far."""

    board: Board
    now: int
    rules: Rules
    profile: Profile
    travel: RoadTravel
    dice: Dice
    world: World
    human_seats: frozenset[str]
    memory: Memory
    find_call: Callable[[str, int], Call | None]
    where: Mapping[str, Spot]
    history: "Mapping[str, Outcome] | None" = None  # what a record states, where this is a day that really was
    asked: list[Asked] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)  # units spoken for in this step

    def ask(self, kind: type[Request], by: Actor, subject: str, texts: dict[str, str] | None = None, **fields: Any) -> bool:
        """Make a request unless the same was made a moment ago. ``subject`` names what it is about.

        Who may not ask for such a thing has a dispatcher or supervisor do it; where a person sits there it is left to them.
        """
        if not may_ask(by, kind.__name__):
            desk = self.find_desk("dispatcher", "supervisor", "call_taker")
            if not desk:
                return False
            by = self.desk(desk)
        if not self.memory.may_ask((kind.__name__, subject), self.now):
            return False
        id = self.dice.name(f"{kind.__name__}:{subject}", "request", self.now)
        self.asked.append(Asked(kind(id=id, by=by, **fields), texts or {}, self.now))
        return True

    def since(self, at: int, duration: str, entity: str, n: int = 0) -> bool:
        """Whether a sampled number of seconds, named in the world, has passed since then."""
        return self.now >= at + self.seconds_ms(duration, entity, n)

    def seconds_ms(self, duration: str, entity: str, n: int = 0) -> int:
        """A sampled duration named among the world's ``seconds``, in ms."""
        return int(self.dice.quantile(self.world.seconds[duration], entity, duration, n) * 1000)

    def minutes_ms(self, duration: str, entity: str, n: int = 0) -> int:
        """A sampled duration named among the world's ``minutes``, in ms."""
        return int(self.dice.quantile(self.world.minutes[duration], entity, duration, n) * 60_000)

    def happens(self, chance: str, entity: str, n: int = 0) -> bool:
        """Whether something named among the world's ``chances`` happens."""
        return self.dice.happens(self.world.chances[chance], entity, chance, n)

    def acts(self, seat: str) -> bool:
        """Whether the city plays this seat; a seat a person sits at is left to that person."""
        return seat not in self.human_seats

    def desk(self, position: str) -> Actor:
        """Whoever sits at a desk, as an actor."""
        desk = self.board.positions.find(position)
        staff = desk.staff if desk else ""
        known = self.profile.staff_by_id.get(staff)
        role = DUTY_ROLES.get(desk.duty, "system") if desk else "system"
        return Actor(staff or "system", role, known.agency if known else "", WORKSTATION, seat=position)

    def find_desk(self, *duties: str) -> str:
        """The first staffed desk the city plays, by duty in this order; "" where people sit at all of them."""
        for duty in duties:
            for desk in self.rules.program.desks:
                found = self.board.positions.find(desk.id)
                if desk.duty == duty and found is not None and found.staff and self.acts(desk.id):
                    return desk.id
        return ""

    def crew(self, unit: Unit) -> Actor:
        """Somebody aboard, as an actor."""
        first = unit.members[0] if unit.members else None
        known = self.profile.staff_by_id.get(first.staff) if first else None
        return Actor(
            first.staff if first else "system", first.role if first else "system", known.agency if known else "", WORKSTATION, seat=unit.id
        )

    def speaker(self, party: Party) -> Actor:
        """Whoever speaks for a responsible party."""
        if party.kind is PartyKind.CREW and (unit := self.board.units.find(party.id)) is not None:
            return self.crew(unit)
        if party.kind is PartyKind.POSITION:
            return self.desk(party.id)
        staff = next((one.id for one in self.profile.staff if one.seat == party.id), f"{party.id}-desk")
        role = "nurse" if party.kind is PartyKind.FACILITY else "clinician"
        return Actor(staff, role, "", WORKSTATION, seat=party.id)

    def asking(self, by: Actor) -> Asking:
        """A decision's own view of this moment, to use the core's own advice."""
        return Asking(self.board, self.rules, self.travel, by, self.now, self.now)

    def list_open_episodes(self) -> list[Episode]:
        """Everybody somebody is responsible for."""
        found = (self.board.episodes.find(id) for charges in self.board.charges.values() for id in charges)
        return [episode for episode in found if episode is not None]
