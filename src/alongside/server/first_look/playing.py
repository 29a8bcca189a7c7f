"""Plays the steps: each is asked like a page asks it; what is refused is left out, for a first look is no reason to fail."""

import logging
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import UnitService
from alongside.core.dispatch.requests import GoOutOfService
from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.server.first_look.releasing import hand_out, sign
from alongside.server.first_look.steps import Step, load_play
from alongside.server.site.asking.decode import find_kind, make, shape
from alongside.server.site.asking.fill import fill
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment

log = logging.getLogger(__name__)
DAY_MS = 86_400_000
LATER = {"$soon": 3 * DAY_MS, "$year": 180 * DAY_MS}
ITEM = "$item:"
PERSON = "first-person"
FREE_FROM = 0.4
NOBODY = frozenset[str]()


class FirstLook:
    """Of one new deployment. It needs its own people and crews: where the program has others, nothing is played."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment, self._play = deployment, load_play()
        staff, units = {one.id for one in deployment.profile.staff}, {unit.id for unit in deployment.profile.units}
        self._fits = {one.by for one in self._play.steps} <= staff and self._play.free.keys() <= units

    def keep_free(self, now: int, left: float) -> frozenset[str]:
        """Towards the end of the hours (``left``: the share of them) these crews go out of service once they are free."""
        if not self._fits or left > FREE_FROM:
            return NOBODY
        with self._deployment.ledger.board() as board:
            ready = [unit for id in self._play.free if (unit := board.units.find(id)) and not unit.assignments]
            away = frozenset(unit.id for unit in ready if unit.service is UnitService.OUT_OF_SERVICE)
            leaving = [unit.id for unit in ready if unit.service is UnitService.IN_SERVICE]
        for unit in leaving:
            by = _actor(self._deployment, self._play.free[unit])
            self._deployment.ledger.record(GoOutOfService(id=f"first-look-free-{unit}-{now}", by=by, unit=unit, reason="meal"), now)
        return away

    def play(self) -> int:
        """All steps, in order; how many were granted. None where its crews are still busy: half a story would be none."""
        if not self._fits or not self._are_free():
            return 0
        return sum(_step(self._deployment, number, step) for number, step in enumerate(self._play.steps))

    def _are_free(self) -> bool:
        with self._deployment.ledger.board() as board:
            return all((unit := board.units.find(id)) is not None and not unit.assignments for id in self._play.free)


def _step(deployment: Deployment, number: int, step: Step) -> bool:
    actor, id = _actor(deployment, step.by), f"first-look-{number}"
    try:
        if step.release:
            asked = {"sign": sign, "hand_out": hand_out}[step.release](deployment, actor, step.of, id)
            receipt = deployment.ledger.record(asked)
        else:
            request, texts = _request(deployment, actor, id, step), step.texts
            with deployment.ledger.board() as board:
                request, enclosures = seal_texts(deployment.vault, board, request, texts) if texts else (request, ())
            receipt = deployment.ledger.record(request, None, enclosures)
    except (Malformed, Refused, LookupError) as wrong:
        log.warning("step %d of the first look does not fit: %s", number, wrong)
        return False
    if not receipt.granted:
        log.info("step %d of the first look was refused: %s %s", number, receipt.code, dict(receipt.parameters))
    return receipt.granted


def _actor(deployment: Deployment, staff: str) -> Actor:
    one = deployment.profile.staff_by_id[staff]
    unit = next((unit.id for unit in deployment.profile.units if staff in unit.members), "")
    return Actor(one.id, one.role, one.agency, seat=one.seat or unit)


def _request(deployment: Deployment, actor: Actor, id: str, step: Step) -> Request:
    kind = find_kind(step.ask)
    with deployment.ledger.board() as board:
        told = {name: _value(board, deployment.clock.now(), value) for name, value in step.told.items()}
    return make(kind, id, actor, fill(deployment, actor, kind, id, shape(kind, told)))


def _value(board: Board, now: int, value: Any) -> Any:
    if isinstance(value, str) and value.startswith(ITEM):
        return next((item.id for item in board.items if item.person == PERSON and item.field == value.removeprefix(ITEM)), "")
    return now + LATER[value] if isinstance(value, str) and value in LATER else value
