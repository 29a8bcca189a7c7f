"""What happens once somebody is known, whichever way they proved it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.server.people.models import Staff
from alongside.server.people.seats import sit_down
from alongside.server.people.standing import what_is_due
from alongside.server.people.workstations import find_workstation
from alongside.server.people.written import By, last_time, write_down

DUE = {"password": "password_change", "second_factor": "account"}


def arrive(request: HttpRequest, staff: Staff, onwards: str) -> str:
    """Name the workstation, sit down, and say where to go."""
    station, source = find_workstation(request), request.META.get("REMOTE_ADDR", "")
    request.session["workstation"] = station.name if station else source
    request.session["workstation_kind"] = station.kind if station else ""
    request.session["last_time"] = last_time(staff.id)
    write_down("signed_in", By(staff.id, request.session["workstation"]), staff.id, f"exempt: {station.kind}" if station else "")
    if what_is_due(staff, request.session):
        return where_due(request)
    return sit_down(request, staff) or keep_here(request, onwards)


def keep_here(request: HttpRequest, way: str) -> str:
    """The way on, where it leads to a page of this server; otherwise the first page."""
    return way if url_has_allowed_host_and_scheme(way, {request.get_host()}) else "/"


def way_on(request: HttpRequest) -> str:
    """Where the form that was sent wants to go."""
    return keep_here(request, request.POST.get("next", ""))


def where_due(request: HttpRequest) -> str:
    """The page where what comes before any work is done."""
    return reverse(DUE.get(what_is_due(request.user.staff, request.session), "home"))  # type: ignore[union-attr]
