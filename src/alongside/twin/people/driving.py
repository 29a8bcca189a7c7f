"""Where crews are: along the real roads between what their facts say, at a sampled pace."""

from collections.abc import Mapping

from alongside.core.board import Board
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import UnitService
from alongside.core.rules import Rules
from alongside.core.state import Assignment, Unit
from alongside.core.travel import Mode, Spot
from alongside.roads.route import Route
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.people.rows import Rows
from alongside.twin.world.numbers import World

MOVING = {A.ENROUTE: A.ENROUTE, A.TRANSPORTING: A.TRANSPORTING}
KEPT_ROUTES = 4_000
HOME = (Mode.NORMAL, 1000)  # nobody hurries back to the post
NOWHERE_MS = 600_000  # a drive whose way is not known takes ten minutes


class Drives:
    """The drives of a city: each is laid out once and then read off the clock."""

    def __init__(self, rules: Rules, travel: RoadTravel, dice: Dice, rows: Rows, numbers: World, posts: Mapping[str, Spot]) -> None:
        self.rules, self.travel, self.dice, self.rows, self.numbers, self.posts = rules, travel, dice, rows, numbers, posts
        self.routes: dict[tuple[Spot, Spot, Mode], Route | None] = {}

    def route(self, origin: Spot, to: Spot, mode: Mode) -> Route | None:
        """The fastest way, remembered."""
        key = (origin, to, mode)
        if key not in self.routes:
            if len(self.routes) > KEPT_ROUTES:
                self.routes.clear()
            self.routes[key] = self.travel.route(origin, to, mode)
        return self.routes[key]

    def takes_ms(self, origin: Spot, to: Spot, mode: Mode, pace: int) -> int:
        """How long this drive takes in fact: the modelled time, by so many permille."""
        found = self.route(origin, to, mode)
        return NOWHERE_MS if found is None else found.ms * pace // 1000

    def goal(self, board: Board, assignment: Assignment) -> Spot | None:
        """Where an assignment's drive leads: the place of the need, or of the facility."""
        if assignment.status is A.TRANSPORTING:
            facility = self.rules.facilities.get(assignment.place)
            return facility.spot if facility else None
        incident = board.incidents.find(assignment.incident)
        return incident.spot if incident else None

    def position(self, board: Board, unit: Unit, now: int, idle_since: int) -> Spot | None:
        """Where a unit is now; None for one that has no place (a clinician by phone)."""
        if unit.spot is None:
            return None
        found = (board.assignments.find(id) for id in (unit.primary, *unit.assignments) if id)
        moving = next((one for one in found if one is not None and one.status in MOVING), None)
        if moving is not None:
            mode = Mode.NORMAL if moving.status is A.TRANSPORTING else self.mode_of(unit)
            return self._along(unit, self.goal(board, moving), moving.times[moving.status], now, (mode, self.rows.pace(board, moving)))
        if unit.assignments or unit.service is UnitService.OFF_DUTY:
            return unit.spot
        return self._along(unit, self.posts.get(unit.post), idle_since + self._lingers_ms(unit, idle_since), now, HOME)

    def list_positions(self, board: Board, now: int, idle_since: Mapping[str, int]) -> dict[str, Spot]:
        """Where every unit on duty is, by unit; those without a place are left out."""
        on_duty = (unit for unit in board.units if unit.service is not UnitService.OFF_DUTY)
        found = ((unit.id, self.position(board, unit, now, idle_since.get(unit.id, now))) for unit in on_duty)
        return {id: spot for id, spot in found if spot is not None}

    def _lingers_ms(self, unit: Unit, idle_since: int) -> int:
        return int(self.dice.quantile(self.numbers.seconds["back_to_post"], unit.id, "back_to_post", idle_since // 1000) * 1000)

    def _along(self, unit: Unit, to: Spot | None, since: int, now: int, how: tuple[Mode, int]) -> Spot | None:
        assert unit.spot is not None
        if to is None or now <= since:
            return unit.spot
        mode, pace = how
        way = self.route(unit.spot, to, mode)
        return unit.spot if way is None else way.position((now - since) * 1000 // max(1, pace))

    def mode_of(self, unit: Unit) -> Mode:
        """How this kind of crew drives to a need."""
        kind = self.rules.program.crews.get(unit.acts_as)
        return kind.mode if kind else Mode.NORMAL


def note_idle(board: Board, now: int, idle_since: dict[str, int]) -> None:
    """Since when each crew has had nothing to do; a restarted city counts from now."""
    for unit in board.units:
        if unit.assignments or unit.service is UnitService.OFF_DUTY:
            idle_since.pop(unit.id, None)
        else:
            idle_since.setdefault(unit.id, now)
