"""Workstations an administrator named. A dispatch console in a secure room and a crew's vehicle do not lock themselves (CJIS AC-11)."""

from secrets import token_urlsafe

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.server.people.models import Workstation
from alongside.server.people.sitting import hash_token
from alongside.server.people.written import By, write_down

COOKIE, KEPT_S = f"{settings.OWN_HOST}alongside_workstation", 400 * 86_400  # as long as browsers keep one
KINDS = ("console", "vehicle")


def find_workstation(request: HttpRequest) -> Workstation | None:
    """The workstation this browser was named."""
    token = request.COOKIES.get(COOKIE, "")
    return Workstation.objects.filter(token_hash=hash_token(token), enabled=True).first() if token else None


def name_workstation(response: HttpResponse, name: str, kind: str, by: By) -> None:
    """Name the browser that reads this response."""
    token = token_urlsafe(32)
    Workstation.objects.create(name=name, kind=kind, token_hash=hash_token(token), added_by=by.staff)
    response.set_cookie(COOKIE, token, max_age=KEPT_S, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)
    write_down("workstation_named", by, detail=kind)


def end_workstation(id: int, by: By) -> None:
    """From the next sign-in on this browser locks itself like any other."""
    if Workstation.objects.filter(id=id, enabled=True).update(enabled=False):
        write_down("workstation_ended", by)
