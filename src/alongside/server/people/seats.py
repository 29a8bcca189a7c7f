"""Where somebody works: a desk taken at sign-in, the unit aboard, a facility."""

from secrets import token_urlsafe

from django.http import HttpRequest

from alongside.core.dispatch.requests import RelievePosition, TakePosition
from alongside.core.party import Actor
from alongside.core.rules import Desk
from alongside.ledger.receipt import Receipt
from alongside.server.people.models import Staff
from alongside.server.people.sitting import actor_of
from alongside.server.site.deployment import Deployment, get_deployment


def sit_down(request: HttpRequest, staff: Staff) -> str:
    """Give the session its seat. Returns where to go first, or "" where nothing needs deciding."""
    deployment = get_deployment()
    seat = find_seat(deployment, staff)
    request.session["seat"] = seat
    desk = find_desk(deployment, seat)
    if deployment.replay or desk is None or occupant(deployment, seat) == staff.id:
        return ""
    if occupant(deployment, seat):
        return "/seat"
    take(deployment, actor_of(staff, seat, ""), desk)
    return ""


def find_seat(deployment: Deployment, staff: Staff) -> str:
    """The unit this person is aboard now; else the usual desk or facility; "" for people without one."""
    with deployment.ledger.board() as board:
        for unit in board.units:
            if any(member.staff == staff.id for member in unit.members):
                return unit.id
    return staff.seat


def find_desk(deployment: Deployment, seat: str) -> Desk | None:
    """The desk of that id."""
    return next((desk for desk in deployment.rules.program.desks if desk.id == seat), None)


def occupant(deployment: Deployment, seat: str) -> str:
    """Who sits there, or ""."""
    with deployment.ledger.board() as board:
        position = board.positions.find(seat)
        return position.staff if position else ""


def take(deployment: Deployment, actor: Actor, desk: Desk) -> None:
    """Sit down at an empty desk."""
    area = deployment.rules.program.area
    deployment.ledger.record(TakePosition(id=token_urlsafe(16), by=actor, position=desk.id, area=area, duty=desk.duty, staff=actor.staff))


def accept(deployment: Deployment, actor: Actor, desk: Desk, shown: tuple[str, ...]) -> Receipt:
    """Take over from whoever sits there, with everybody the desk is responsible for."""
    asked = RelievePosition(id=token_urlsafe(16), by=actor, position=desk.id, staff=actor.staff, episodes=shown)
    return deployment.ledger.record(asked)
