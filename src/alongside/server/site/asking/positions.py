"""Positions of units: read strictly, kept for those who may tell them."""

import asyncio
from typing import Any

from alongside.core.codes import UnitService
from alongside.core.party import Actor
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.answer import Answer, no
from alongside.server.site.asking.checks import check_time
from alongside.server.site.asking.decode import read_spot
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.spots import Heard
from alongside.server.site.sentences import translate
from alongside.server.site.thin.sentences import NOT_ALLOWED

FOR_ANY_UNIT = frozenset({"system", "dispatcher", "supervisor", "administrator"})


async def keep(deployment: Deployment, actor: Actor, heard: list[Heard], language: str = "en") -> Answer:
    """Keep the positions this actor may tell. Off duty means silent: those are left out."""
    if not may_tell(actor, heard):
        return no(403, "not_allowed", {}, translate(NOT_ALLOWED, language))
    kept = [one for one in heard if is_on_duty(deployment, one.unit)]
    if kept:
        await asyncio.wrap_future(deployment.spots.put(kept))
    return Answer(200, {"kept": len(kept), "left_out": len(heard) - len(kept)})


def read_sent(sent: Any, deployment: Deployment) -> list[Heard]:
    """The positions sent. Raises ``Malformed`` naming what is wrong."""
    now = deployment.clock.now()
    return [read_one(one, now) for one in (sent if isinstance(sent, list) else [sent])]


def read_one(one: Any, now: int) -> Heard:
    """One position."""
    if not isinstance(one, dict) or not isinstance(one.get("unit"), str):
        raise m.Malformed(m.MISSING_FIELD, code="missing_field", field="unit")
    at = one.get("at")
    at = now if at is None else at
    if not isinstance(at, int) or isinstance(at, bool):
        raise m.Malformed(m.WRONG_FIELD, code="wrong_field", field="at", why="ms")
    check_time("at", at, now)
    lat, lon = read_spot("spot", one.get("spot"))
    return Heard(one["unit"], at, lat, lon)


def may_tell(actor: Actor, heard: list[Heard]) -> bool:
    """A crew tells where its own unit is; desks and vehicle feeds tell of any."""
    return actor.role in FOR_ANY_UNIT or all(one.unit == actor.seat for one in heard)


def is_on_duty(deployment: Deployment, unit: str) -> bool:
    """Whether the unit is on duty now."""
    found = deployment.feed.board.units.find(unit)
    return found is not None and found.service is not UnitService.OFF_DUTY
