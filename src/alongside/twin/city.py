"""The living city: people who call, answer, drive, meet and follow up, making requests of the same core the live system runs.

It is lived in a planning world at a seed: who calls when, from where, about what, how that ends and how long each part takes are drawn as
for a plan in that world, so a plan is tried on the very calls one watches.

It looks at the board and the clock only, so it also works on what a person at a console created, and goes on after a restart.
"""

from collections.abc import Mapping
from functools import lru_cache

from alongside.core.board import Board
from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.people import afterwards, call_taker, crew, driving, families, from_history, places, rows, shifts, turns
from alongside.twin.people.scene import Asked, Memory, Scene
from alongside.twin.planning.world import HOUR_MS, PlanningWorld
from alongside.twin.today.keeping import make_today
from alongside.twin.world import call, enrolled, numbers, opening, regulars

MISSED_MS = 600_000  # a call nobody could take for this long (the system was down) is not made up later
FOLLOW_UP_EVERY_MS = 30_000
FORGET_MS = 7_200_000


class City:
    """One area's people. ``seed`` decides everything that is left to chance; ``demand`` multiplies the world's calls (0 to 3).

    ``world``: where it is lived, usually the deployment's own. ``figures``: of what planning does not know.
    """

    def __init__(
        self,
        profile: Profile,
        travel: RoadTravel,
        seed: int = 1,
        *,
        world: PlanningWorld | None = None,
        figures: numbers.World | None = None,
        demand: float = 1.0,
        calls: bool = True,
        history: Mapping[str, from_history.Outcome] | None = None,
    ) -> None:
        self.profile, self.travel, self.dice, self.rules = profile, travel, Dice(seed), profile.rules
        self.numbers = figures or numbers.load_world()
        self.world = world or make_today(profile, travel, self.numbers)
        self.callers = opening.make_callers(profile, travel, self.dice, self.world, self.numbers, demand if calls else 0.0)
        self.rows = rows.Rows(self.world, seed, profile.rules.program.unassessed_as, self.find_call)
        self.drives = driving.Drives(self.rules, travel, self.dice, self.rows, self.numbers, posts_of(profile))
        self.regulars = regulars.load_regulars() if calls and history is None else None
        self.enrolled = enrolled.load_enrolled() if self.regulars else ()
        self.memory = Memory()
        self.history = history
        self.board = Board()
        self.followed_at = 0
        self._list_calls = lru_cache(maxsize=72)(self.callers.list_calls)

    def step(self, board: Board, now: int, human_seats: frozenset[str] = frozenset()) -> list[Asked]:
        """What the city's people ask for now (ms UTC), in order. Never acts for ``human_seats`` (positions, units, facilities)."""
        self.board = board
        driving.note_idle(board, now, self.memory.idle_since)
        scene = self._scene(now, human_seats)
        shifts.change_shifts(scene)
        families.enroll_next(scene)
        self._take_calls(scene)
        for id in tuple(board.open_incidents):
            turns.work_incident(scene, id)
        for unit in board.units:
            if unit.assignments:
                crew.work(scene, self.drives, unit)
        places.run_facilities(scene)
        afterwards.take_help(scene)
        looks_back = now >= self.followed_at + FOLLOW_UP_EVERY_MS
        self.followed_at = now if looks_back else self.followed_at
        turns.work_episodes(scene, looks_back)
        return scene.asked

    def positions(self, now: int) -> dict[str, Spot]:
        """Where every unit on duty is, by unit, on the board last stepped on."""
        return self.drives.list_positions(self.board, now, self.memory.idle_since)

    def find_call(self, incident: str, rang_at: int) -> call.Call | None:
        """The call behind an incident the city made; None for one a person made."""
        hour = rang_at // HOUR_MS
        return next((one for each in (hour, hour - 1) for one in self._list_calls(each) if one.id == incident), None)

    def _scene(self, now: int, human_seats: frozenset[str]) -> Scene:
        if len(self.memory.asked) > 20_000:
            self.memory.forget_before(now - FORGET_MS)
        where: Mapping[str, Spot] = {id: spot for id, spot in self.positions(now).items() if id not in human_seats}
        return Scene(
            rules=self.rules, profile=self.profile, travel=self.travel, dice=self.dice, world=self.numbers,
            rows=self.rows, history=self.history, regulars=self.regulars, enrolled=self.enrolled,
            board=self.board, now=now, human_seats=human_seats, where=where, memory=self.memory,
        )  # fmt: skip

    def _take_calls(self, scene: Scene) -> None:
        hour = scene.now // HOUR_MS
        for one in (*self._list_calls(hour - 1), *self._list_calls(hour)):
            if scene.now - MISSED_MS < one.rings_at <= scene.now:
                call_taker.pick_up(scene, one)


def posts_of(profile: Profile) -> dict[str, Spot]:
    """Where each post is."""
    return {post.id: post.spot for post in profile.area.posts}
