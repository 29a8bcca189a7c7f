"""Plays the steps: each is asked like a page asks it; what is refused is left out, for a first look is no reason to fail."""

import logging

from alongside.core.codes import UnitService
from alongside.core.dispatch.requests import GoOutOfService
from alongside.core.refused import Refused
from alongside.server.first_look.making import actor_of, request_of
from alongside.server.first_look.releasing import hand_out, sign
from alongside.server.first_look.steps import Step, load_play
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment

log = logging.getLogger(__name__)
FREE_FROM = 0.7
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
            by = actor_of(self._deployment, self._play.free[unit])
            self._deployment.ledger.record(GoOutOfService(id=f"first-look-free-{unit}-{now}", by=by, unit=unit, reason="training"), now)
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
    actor, id = actor_of(deployment, step.by), f"first-look-{number}"
    try:
        if step.release:
            asked = {"sign": sign, "hand_out": hand_out}[step.release](deployment, actor, step.of, id)
            receipt = deployment.ledger.record(asked)
        else:
            request, texts = request_of(deployment, actor, id, step), step.texts
            with deployment.ledger.board() as board:
                request, enclosures = seal_texts(deployment.vault, board, request, texts) if texts else (request, ())
            receipt = deployment.ledger.record(request, None, enclosures)
    except (Malformed, Refused, LookupError) as wrong:
        log.warning("step %d of the first look does not fit: %s", number, wrong)
        return False
    if not receipt.granted:
        log.info("step %d of the first look was refused: %s %s", number, receipt.code, dict(receipt.parameters))
    return receipt.granted
