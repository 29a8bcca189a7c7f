"""What the server adds to a request where the client left it out: ids, the asker's desk and area, positions of units."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.decode import hints_of
from alongside.server.site.deployment import Deployment

# Which of these each request makes new; everywhere else they name what is there already.
MAKES: Mapping[str, tuple[str, ...]] = {
    "TakeCall": ("incident", "episodes"),
    "AddPerson": ("episode",),
    "AssignUnit": ("assignment",),
    "SelfStage": ("incident", "episode", "assignment"),
    "ReservePlace": ("reservation",),
    "AskTransport": ("ride",),
    "StartRestraint": ("restraint",),
    "SendMessage": ("message",),
    "RecordHazard": ("hazard",),
    "RecordDisposition": ("follow_ups",),
    "OweReport": ("report",),
    "RecordPerson": ("person",),
    "EnrollPerson": ("person",),
    "BreakGlass": ("glass",),
    "RecordDisclosure": ("disclosure",),
    "HandOutCopy": ("copy",),
    "AskAmendment": ("amendment",),
    "AskRelease": ("release",),
    "PlacePreservation": ("preservation",),
    "ProposeErasure": ("erasure",),
    "RecordConsent": ("consent",),
    "OpenCase": ("case",),
    "SetCaseTask": ("task",),
    "SetCaseGoal": ("goal",),
    "WriteHold": ("hold",),
    "MakeReferral": ("referral",),
    "BeginComparison": ("comparison",),
    "OpenThreat": ("threat",),
    "SetThreatTask": ("task",),
    "NameThreatStakeholder": ("stakeholder",),
}
MANY = {"episodes": 1, "follow_ups": 4}
FOR_OTHERS = frozenset({"supervisor", "administrator", "system"})


def mint(id: str, name: str) -> str:
    """An id that follows from the request's own, so that the same request sent again means the same things."""
    return sha256(f"{id}:{name}".encode()).hexdigest()[:24]


def fill(deployment: Deployment, actor: Actor, kind: type[Request], id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields and those the server knows. Raises ``Malformed`` where somebody speaks for another person."""
    filled = dict(given)
    for name in MAKES.get(kind.__name__, ()):
        count = MANY.get(name)
        filled.setdefault(name, [mint(id, f"{name}{at}") for at in range(count)] if count else mint(id, name))
    for name, find in KNOWN.items():
        if name in hints_of(kind) and filled.get(name) in (None, ""):
            filled[name] = find(deployment, actor, kind.__name__, filled)
    for name, tell in OURS_TO_TELL.items():
        if name in hints_of(kind):
            filled[name] = tell(deployment, actor, filled)
    if "staff" in hints_of(kind) and filled["staff"] != actor.staff and actor.role not in FOR_OTHERS:
        raise m.Malformed(m.NOT_YOURS, 403, "not_allowed", field="staff")
    return {name: value for name, value in filled.items() if value is not None}


def _position(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> str:
    """The asker's desk; for people without one, the desk that answers this origin, else dispatch."""
    desks = deployment.rules.program.desks
    if any(desk.id == actor.seat for desk in desks):
        return actor.seat
    answers = [desk.id for desk in desks if any(origin.value == given.get("origin") for origin in desk.origins)]
    return answers[0] if answers else deployment.rules.get_desk("dispatcher").id


def _duty(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> str | None:
    return next((desk.duty for desk in deployment.rules.program.desks if desk.id == given.get("position")), None)


def _unit(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> str | None:
    return actor.seat if any(unit.id == actor.seat for unit in deployment.profile.units) else None


def _positions(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Where every unit was last heard from: live positions are not facts, so the request carries them."""
    return [(one.unit, one.lat, one.lon) for one in deployment.spots.all().values()]


def _protocol(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> str:
    return deployment.rules.program.protocol


def _facility(deployment: Deployment, actor: Actor, kind: str, given: Mapping[str, Any]) -> str | None:
    return actor.seat if actor.seat in deployment.rules.facilities else None


def _supervisor(deployment: Deployment, actor: Actor, given: Mapping[str, Any]) -> str:
    """Who supervises the author of the item today."""
    item = deployment.feed.board.items.find(str(given.get("item", "")))
    return deployment.names.overseers.get(item.author, "") if item else ""


def _designated_until(deployment: Deployment, actor: Actor, given: Mapping[str, Any]) -> int | None:
    """Until when the asker may write legal holds, as the page *Staff* says today."""
    return deployment.names.designated.get(actor.staff)


# Whatever was sent under these names is replaced: nobody says of themselves that they supervise somebody.
OURS_TO_TELL: Mapping[str, Callable[[Deployment, Actor, Mapping[str, Any]], Any]] = {
    "supervisor": _supervisor,
    "designated_until": _designated_until,
}
KNOWN: Mapping[str, Callable[[Deployment, Actor, str, Mapping[str, Any]], Any]] = {
    "position": _position,
    "area": lambda deployment, actor, kind, given: deployment.rules.program.area,
    "duty": _duty,
    "staff": lambda deployment, actor, kind, given: actor.staff,
    "unit": _unit,
    "positions": _positions,
    "protocol": _protocol,
    "facility": _facility,
}
