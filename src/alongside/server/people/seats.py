"""Where somebody works: a desk taken at sign-in, the unit aboard, a facility. Relieving somebody shows what is accepted with the desk."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from alongside.core.codes import PartyKind
from alongside.core.dispatch.requests import RelievePosition, TakePosition
from alongside.core.party import Actor, Party
from alongside.core.rules import Desk
from alongside.server.people.models import Staff
from alongside.server.people.sitting import actor_of
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.routes import SIGNED_IN, page


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


@page(SIGNED_IN)
def seat(request: HttpRequest) -> HttpResponse:
    """Somebody else sits at this desk: see what it is responsible for, then accept all of it, or look on without a seat."""
    deployment, actor = get_deployment(), request.actor  # type: ignore[attr-defined]
    with deployment.ledger.board() as board:
        charges = board.list_charges(Party(PartyKind.POSITION, actor.seat))
        rows = [(episode, board.incidents.find(found.incident)) for episode in charges if (found := board.episodes.find(episode))]
    refused = ""
    if request.method == "POST":
        shown = tuple(request.POST.getlist("episode"))
        receipt = deployment.ledger.record(
            RelievePosition(id=token_urlsafe(16), by=actor, position=actor.seat, staff=actor.staff, episodes=shown)
        )
        if receipt.granted:
            return HttpResponseRedirect("/")
        refused = receipt.code
    told = {
        "rows": rows,
        "desk": find_desk(deployment, actor.seat),
        "occupant": deployment.names.person(occupant(deployment, actor.seat)),
        "refused": refused,
    }
    return render(request, "people/seat.html", told, status=409 if refused else 200)
