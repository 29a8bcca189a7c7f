"""One person's whole way, played at its own days and hours before the city's last hours: whoever looks for it finds it in two clicks."""

import logging
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from alongside.core.board import Board
from alongside.core.refused import Refused
from alongside.ledger.timers import run_due
from alongside.server.first_look.making import actor_of, make_request
from alongside.server.first_look.way_steps import Step, load_way
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment

log = logging.getLogger(__name__)
PERSON = "way-person"


class WholeWay:
    """Of one new deployment. It needs its own people: where the program has others, nothing is played."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment, self._way = deployment, load_way()
        zone = ZoneInfo(deployment.profile.area.zone)
        self._first_day = (datetime.fromtimestamp(deployment.clock.now() / 1000, zone) - timedelta(hours=self._way.hours_before)).date()
        self._zone, self._stuck = zone, set[str]()

    def play(self) -> int:
        """How many steps were granted. The first that is refused ends it: nobody is left between hands half-way."""
        staff = {one.id for one in self._deployment.profile.staff}
        if not {one.by for one in self._way.steps} <= staff:
            return 0
        for number, step in enumerate(self._way.steps):
            try:
                if not self._ask(number, step):
                    return number
            except (Malformed, Refused, LookupError) as wrong:
                log.warning("step %d of the whole way does not fit: %s %s", number, wrong, getattr(wrong, "parameters", ""))
                return number
        return len(self._way.steps)

    def _ask(self, number: int, step: Step) -> bool:
        ledger, at = self._deployment.ledger, self._moment(step.at)
        self._wait_until(at)
        actor = actor_of(self._deployment, step.by)
        with ledger.board() as board:
            told = {name: self._value(board, name, value) for name, value in step.told.items()} | self._crew(step.crew)
        request = make_request(self._deployment, actor, f"whole-way-{number}", step.ask, told)
        with ledger.board() as board:
            request, enclosures = seal_texts(self._deployment.vault, board, request, step.texts) if step.texts else (request, ())
        receipt = ledger.record(request, at, enclosures)
        if not receipt.granted:
            log.warning("step %d of the whole way was refused: %s %s", number, receipt.code, dict(receipt.parameters))
        return receipt.granted

    def _wait_until(self, at: int) -> None:
        """Timers rise when they are due, not when the next step is asked."""
        while True:
            with self._deployment.ledger.board() as board:
                first = board.first_clock()
            if first is None or first[0] > at or not run_due(self._deployment.ledger, first[0], self._stuck):
                return

    def _moment(self, said: str) -> int:
        """``1 09:12:44``: the second day, local time, as ms UTC."""
        day, clock = said.split(" ")
        then = datetime.combine(self._first_day + timedelta(days=int(day)), datetime.strptime(clock, "%H:%M:%S").time(), self._zone)
        return int(then.timestamp() * 1000)

    def _value(self, board: Board, name: str, value: Any) -> Any:
        if name == "scheduled_for":
            return self._moment(value)
        episode = board.episodes.find(PERSON)
        if value == "$ask" and episode:
            return next(one.id for one in board.asks if one.episode == PERSON)
        return episode.follow_ups[0] if value == "$follow_up" and episode else value

    def _crew(self, id: str) -> dict[str, Any]:
        """What a crew says when it comes on duty, by the roster."""
        if not id:
            return {}
        profile = self._deployment.profile
        unit = next(one for one in profile.units if one.id == id)
        members = [list(one) for one in profile.list_members(unit)]
        spot = next(([post.spot.lat / 1e6, post.spot.lon / 1e6] for post in profile.area.posts if post.id == unit.post), None)
        crew = {"unit": id, "call_sign": unit.call_sign, "crew_kind": unit.crew_kind, "members": members, "post": unit.post}
        return {**crew, "spot": spot}
