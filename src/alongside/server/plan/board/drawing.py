"""What was found as drawings: how long people waited, and the hours and places of need that was not met."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.server.plan.board.question import PLAN, TODAY
from alongside.server.plan.board.words import day_name, place_name
from alongside.server.plan.figures import say
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.told import Found

WIDE, HIGH, FOOT, BIN_MINUTES = 520, 150, 18, 5
CELL, LEFT, TOP = 20, 84, 18


@dataclass(frozen=True)
class Column:
    """One five minutes: the plan's share as a bar, that of what it is compared with (``today``) as a line; both in words."""

    x: float
    y: float
    width: float
    height: float
    label: str
    today: str
    plan: str


@dataclass(frozen=True)
class Spread:
    """Response times of both, as shares of the calls a crew came to."""

    columns: tuple[Column, ...]
    line: str  # of what it is compared with, an SVG path
    most: str  # the share at the top, in percent
    marks: tuple[tuple[float, str], ...]  # x, minutes
    width: int = WIDE
    height: int = HIGH + FOOT
    base: int = HIGH


def draw_spread(found: Found) -> Spread | None:
    """None where nobody was reached in either."""
    today, plan = (shares(found.responses.get(side, [])) for side in (TODAY, PLAN))
    most = max([*today, *plan], default=0)
    if not most:
        return None
    step, scale = WIDE / len(plan), (HIGH - 8) / most
    columns = tuple(
        Column(round(at * step + 1, 1), round(HIGH - part * scale, 1), round(step - 2, 1), round(part * scale, 1), bin_label(at, len(plan)),
               say(100 * today[at], 1), say(100 * part, 1))
        for at, part in enumerate(plan)
    )  # fmt: skip
    steps = [f"{x * step:.1f} {HIGH - part * scale:.1f}" for at, part in enumerate(today) for x in (at, at + 1)]
    marks = tuple((round(at * step, 1), str(at * BIN_MINUTES)) for at in range(0, len(plan), 6))
    return Spread(columns, "M" + " L".join(steps), say(100 * most, 0), marks)


def bin_label(at: int, bins: int) -> str:
    """“10–15”, “120+”."""
    return f"{at * BIN_MINUTES}+" if at == bins - 1 else f"{at * BIN_MINUTES}–{(at + 1) * BIN_MINUTES}"


def shares(counts: Sequence[int]) -> list[float]:
    total = sum(counts)
    return [one / total for one in counts] if total else [0.0] * len(counts)


@dataclass(frozen=True)
class Square:
    """One hour of the week."""

    x: int
    y: int
    warmth: float
    says: str


@dataclass(frozen=True)
class Week:
    """Need not met by hour, a square each; both weeks are drawn to one scale."""

    squares: tuple[Square, ...]
    days: tuple[tuple[int, str], ...]
    hours: tuple[tuple[int, int], ...]
    scale: str  # what a full square stands for, in calls an hour
    width: int = LEFT + 24 * CELL
    height: int = TOP + 7 * CELL


def draw_weeks(found: Found) -> tuple[Week, Week] | None:
    """What it is compared with, and the plan; None where every need was met in both."""
    sides = [found.unmet_hours.get(side, []) for side in (TODAY, PLAN)]
    most = max((one for side in sides for one in side), default=0)
    if not most or not found.pairs:
        return None
    before, after = (draw_week(side, most, found.pairs * found.weeks) for side in sides)
    return before, after


def draw_week(counts: Sequence[int], most: int, weeks: int) -> Week:
    squares = tuple(
        Square(LEFT + at % 24 * CELL, TOP + at // 24 * CELL, max(0.04, round(one / most, 3)),
               f"{day_name(at // 24)} {at % 24}:00 · {say(one / weeks, 2)}")
        for at, one in enumerate(counts)
    )  # fmt: skip
    days = tuple((TOP + day * CELL + 14, day_name(day)) for day in range(7))
    return Week(squares, days, tuple((LEFT + hour * CELL, hour) for hour in range(0, 24, 6)), say(most / weeks, 2))


@dataclass(frozen=True)
class Place:
    """Calls a week whose need was not met there, exact and in words; ``at`` is its index in the world."""

    at: int
    before: float
    after: float
    label: str
    today: str
    plan: str

    @property
    def most(self) -> float:
        return max(self.before, self.after)


def list_places(found: Found, world: PlanningWorld) -> list[Place]:
    """Every place with need not met in either, most first."""
    today, plan = (found.unmet_places.get(side, []) for side in (TODAY, PLAN))
    weeks = found.pairs * found.weeks or 1
    pairs = ((at, before / weeks, after / weeks) for at, (before, after) in enumerate(zip(today, plan, strict=False)) if before or after)
    places = [Place(at, before, after, place_name(world, at), say(before, 2), say(after, 2)) for at, before, after in pairs]
    return sorted(places, key=lambda one: (-one.most, one.at))
