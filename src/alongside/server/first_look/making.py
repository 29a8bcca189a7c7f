"""A step as a request: by somebody of the roster, at the seat that is theirs."""

from collections.abc import Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.server.first_look.steps import Step
from alongside.server.site.asking.decode import find_kind, make, shape
from alongside.server.site.asking.fill import fill
from alongside.server.site.deployment import Deployment

DAY_MS = 86_400_000
LATER = {"$soon": 3 * DAY_MS, "$year": 180 * DAY_MS}
ITEM = "$item:"
PERSON = "first-person"


def actor_of(deployment: Deployment, staff: str) -> Actor:
    one = deployment.profile.staff_by_id[staff]
    unit = next((unit.id for unit in deployment.profile.units if staff in unit.members), "")
    return Actor(one.id, one.role, one.agency, seat=one.seat or unit)


def request_of(deployment: Deployment, actor: Actor, id: str, step: Step) -> Request:
    with deployment.ledger.board() as board:
        told = {name: _value(board, deployment.clock.now(), value) for name, value in step.told.items()}
    return make_request(deployment, actor, id, step.ask, told)


def make_request(deployment: Deployment, actor: Actor, id: str, ask: str, told: Mapping[str, Any]) -> Request:
    kind = find_kind(ask)
    return make(kind, id, actor, fill(deployment, actor, kind, id, shape(kind, told)))


def _value(board: Board, now: int, value: Any) -> Any:
    if isinstance(value, list):
        return [_value(board, now, one) for one in value]
    if isinstance(value, str) and value.startswith(ITEM):
        return next((item.id for item in board.items if item.person == PERSON and item.field == value.removeprefix(ITEM)), "")
    return now + LATER[value] if isinstance(value, str) and value in LATER else value
