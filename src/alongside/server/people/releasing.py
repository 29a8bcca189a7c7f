"""Locked names, for administrators and the supervisor on shift."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from alongside.core.party import Actor
from alongside.server.people.lockout import release
from alongside.server.people.models import SignInLock, Staff
from alongside.server.people.written import by_request
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("locked_names")
def locked(request: HttpRequest) -> HttpResponse:
    """Names that wait for their release."""
    locks = list(SignInLock.objects.exclude(about="").order_by("since"))
    names = dict(Staff.objects.filter(id__in=[one.about for one in locks]).values_list("id", "name"))
    actor = request.actor  # type: ignore[attr-defined]
    rows = [
        {"id": one.about, "name": names.get(one.about, one.about), "since": one.since, "own": one.about == actor.staff} for one in locks
    ]
    return render(request, "people/locked.html", {"rows": rows, "may": may_release(actor)})


@require_POST
@page("locked_names")
def release_lock(request: HttpRequest) -> HttpResponse:
    """Let a name try again."""
    actor, staff = request.actor, get_object_or_404(Staff, id=request.POST.get("id", ""))  # type: ignore[attr-defined]
    if not may_release(actor) or staff.id == actor.staff:
        raise PermissionDenied("locks are released by an administrator or the supervisor on shift, and by nobody for themselves")
    release(staff, by_request(request))
    return HttpResponseRedirect("/staff/locked")


def may_release(actor: Actor) -> bool:
    """An administrator; a supervisor while they sit at a desk."""
    if actor.role == "administrator":
        return True
    with get_deployment().ledger.board() as board:
        return any(one.staff == actor.staff for one in board.positions)
