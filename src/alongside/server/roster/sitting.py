"""Sitting down where the board already says one sits: after relieving a desk, or when a crew was signed on after signing in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from alongside.core.board import Board
from alongside.server.people.epoch import raise_epoch
from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look
from alongside.server.site.routes import page


def find_own_seat(board: Board, staff: str, position: str) -> str:
    """The desk named, if this person sits at it; else the unit they are aboard; "" where the board says neither."""
    desk = board.positions.find(position)
    if desk and desk.staff == staff:
        return desk.id
    return next((unit.id for unit in board.units if staff in {member.staff for member in unit.members}), "")


@require_POST
@page("shift_change")
def sit(request: HttpRequest) -> HttpResponse:
    """Give this session the seat the board says; every remembered sitting is asked for again."""
    with look(request) as seen:
        seat = find_own_seat(seen.view.board, seen.actor.staff, request.POST.get("position", ""))
    if not seat:
        raise PermissionDenied("the board names no seat for this person")
    request.session["seat"] = seat
    request.session.save()
    raise_epoch()
    get_deployment().sittings.watch.look_now()
    back = request.POST.get("next", "/")
    return HttpResponseRedirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")
