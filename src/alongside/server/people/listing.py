"""Who there is: searched and paged for administrators; locked names for administrators and the supervisor on shift."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.server.people.models import SignInLock, Staff
from alongside.server.people.standing import why_closed
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

ON_A_PAGE = 25


@page("staff")
def staff_list(request: HttpRequest) -> HttpResponse:
    """Everybody, by words of the name, by role, by whether they may sign in."""
    asked = {name: request.GET.get(name, "").strip()[:80] for name in ("q", "role")}
    found = Staff.objects.select_related("user").order_by("name", "id")
    if asked["q"]:
        found = found.filter(Q(name__icontains=asked["q"]) | Q(id__icontains=asked["q"]))
    if asked["role"]:
        found = found.filter(role=asked["role"])
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    roles = sorted({*Staff.objects.values_list("role", flat=True)})
    locks = set(SignInLock.objects.values_list("about", flat=True))
    told = {"shown": shown, "rows": [row(one, locks) for one in shown], "asked": asked, "locked": len(locks - {""})}
    return render(request, "people/staff.html", {**told, "roles": [(one, label(f"role.{one}")) for one in roles]})


def label(key: str) -> str:
    """A role or agency in words."""
    return str(get_deployment().names.label(key, get_language() or "en"))


def row(one: Staff, locks: set[str]) -> dict[str, Any]:
    """One line of the list."""
    state = why_closed(one) or ("locked" if one.id in locks else "")
    return {"staff": one, "role": label(f"role.{one.role}"), "agency": label(f"agency.{one.agency}") if one.agency else "", "state": state}
