"""The living city: people who call, answer, drive, meet and follow up, making requests of the same core the live system runs.

It looks at the board and the clock only, so it also works on what a person at a console created, and goes on after a restart.
"""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from alongside.core.board import Board
from alongside.core.codes import IncidentStatus, PartyKind, UnitService
from alongside.core.rules import Rules
from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile
from alongside.library.protocols.examples import load_examples
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.people import afterwards, call_taker, crew, dispatcher, from_history, on_scene, places, shifts
from alongside.twin.people.driving import Drives
from alongside.twin.people.scene import Asked, Memory, Scene
from alongside.twin.world.calls import HOUR_MS, Call, Callers
from alongside.twin.world.numbers import World, load_world

MISSED_MS = 600_000  # a call nobody could take for this long (the system was down) is not made up later
FOLLOW_UP_EVERY_MS = 30_000
FORGET_MS = 7_200_000


class City:
    """One area's people. ``seed`` decides everything that is left to chance; ``rate`` multiplies the world's calls a day."""

    def __init__(
        self,
        profile: Profile,
        travel: RoadTravel,
        seed: int = 1,
        *,
        world: World | None = None,
        rate: float = 1.0,
        calls: bool = True,
        history: Mapping[str, from_history.Outcome] | None = None,
    ) -> None:
        self.profile, self.travel, self.dice = profile, travel, Dice(seed)
        self.world = world or load_world()
        self.callers = make_callers(profile, travel, self.dice, self.world, rate if calls else 0.0)
        self.drives = Drives(profile.rules, travel, self.dice, self.world, {post.id: post.spot for post in profile.area.posts})
        self.memory = Memory()
        self.history = history
        self.board = Board()
        self.followed_at = 0
        self._list_calls = lru_cache(maxsize=72)(self.callers.list_calls)

    @property
    def rules(self) -> Rules:
        """The rules the city lives by."""
        return self.profile.rules

    def step(self, board: Board, now: int, human_seats: frozenset[str] = frozenset()) -> list[Asked]:
        """What the city's people ask for now (ms UTC), in order. Never acts for ``human_seats`` (positions, units, facilities)."""
        self.board = board
        self._note_idle(now)
        scene = self._scene(now, human_seats)
        shifts.change_shifts(scene)
        self._take_calls(scene)
        for id in tuple(board.open_incidents):
            self._work_incident(scene, id)
        for unit in board.units:
            if unit.assignments:
                crew.work(scene, self.drives, unit)
        places.run_facilities(scene)
        afterwards.take_help(scene)
        self._work_episodes(scene)
        return scene.asked

    def positions(self, now: int) -> dict[str, Spot]:
        """Where every unit on duty is, by unit, on the board last stepped on."""
        found = {}
        for unit in self.board.units:
            if unit.service is not UnitService.OFF_DUTY:
                spot = self.drives.position(self.board, unit, now, self.memory.idle_since.get(unit.id, now))
                if spot is not None:
                    found[unit.id] = spot
        return found

    def find_call(self, incident: str, rang_at: int) -> Call | None:
        """The call behind an incident the city made; None for one a person made."""
        hour = rang_at // HOUR_MS
        return next((call for each in (hour, hour - 1) for call in self._list_calls(each) if call.id == incident), None)

    def _scene(self, now: int, human_seats: frozenset[str]) -> Scene:
        if len(self.memory.asked) > 20_000:
            self.memory.forget_before(now - FORGET_MS)
        where: Mapping[str, Spot] = {id: spot for id, spot in self.positions(now).items() if id not in human_seats}
        return Scene(
            self.board,
            now,
            self.rules,
            self.profile,
            self.travel,
            self.dice,
            self.world,
            human_seats,
            self.memory,
            self.find_call,
            where,
            self.history,
        )

    def _note_idle(self, now: int) -> None:
        """Since when each crew has had nothing to do; a restarted city counts from now."""
        for unit in self.board.units:
            if unit.assignments or unit.service is UnitService.OFF_DUTY:
                self.memory.idle_since.pop(unit.id, None)
            else:
                self.memory.idle_since.setdefault(unit.id, now)

    def _take_calls(self, scene: Scene) -> None:
        hour = scene.now // HOUR_MS
        for call in (*self._list_calls(hour - 1), *self._list_calls(hour)):
            if scene.now - MISSED_MS < call.rings_at <= scene.now:
                call_taker.pick_up(scene, call)

    def _work_incident(self, scene: Scene, id: str) -> None:
        incident = scene.board.incidents.find(id)
        if incident is None or incident.status is not IncidentStatus.OPEN:
            return
        call_taker.work_call(scene, incident)
        working = dispatcher.list_working(scene, incident)
        if not from_history.is_attended(scene, incident):
            dispatcher.send_teams(scene, incident)
        elif not working:
            from_history.end_where_record_ends(scene, incident)
        dispatcher.explain_choices(scene, incident)
        afterwards.supervise(scene, incident)
        if not working:
            call_taker.close_done(scene, incident)
        for assignment in working:
            unit = scene.board.units.find(assignment.unit)
            if unit is not None and scene.acts(unit.id):
                on_scene.answer_offers(scene, unit, incident)

    def _work_episodes(self, scene: Scene) -> None:
        looks_back = scene.now >= self.followed_at + FOLLOW_UP_EVERY_MS
        self.followed_at = scene.now if looks_back else self.followed_at
        for episode in scene.list_open_episodes():
            kind = episode.responsible.kind if episode.responsible else None
            if kind is PartyKind.PARTNER:
                places.talk_at_partner(scene, episode)
            elif kind is PartyKind.FACILITY:
                places.release(scene, episode)
            places.answer_partner_offer(scene, episode)
            if looks_back:
                afterwards.speak_up(scene, episode)
                afterwards.follow_up(scene, episode)
                afterwards.end_what_waits(scene, episode)


def make_callers(profile: Profile, travel: RoadTravel, dice: Dice, world: World, rate: float) -> Callers:
    """The people who call in this program's area, answering this program's protocol."""
    protocol = profile.rules.protocols[profile.rules.program.protocol]
    examples = tuple(example.answers for example in load_examples(protocol.id))
    return Callers(dice, world, profile.area, RoadNodes(travel), protocol, profile.rules.program.origins, examples, rate)


class RoadNodes:
    """The road nodes calls come from."""

    def __init__(self, travel: RoadTravel) -> None:
        self.travel = travel

    def near(self, spot: Spot) -> Spot:
        """The road node nearest a spot; the spot itself where no road is near."""
        node = self.travel.snapper.snap(spot).node
        graph = self.travel.graph
        return Spot(int(np.int64(graph.lat[node])), int(np.int64(graph.lon[node]))) if node >= 0 else spot
