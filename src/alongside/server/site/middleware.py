"""Every page knows who asks: ``request.actor`` is what the core is told, ``request.sitting`` adds the name."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from alongside.server.people.awake import find_end, is_awake, note_used
from alongside.server.people.sessions import end_session
from alongside.server.people.sitting import Sitting, actor_of
from alongside.server.people.standing import what_is_due, why_closed
from alongside.server.site.deployment import get_deployment

Next = Callable[[HttpRequest], HttpResponseBase]
OWN = ("/account/", "/here")  # open while something is due: this is where it is done


class ActorMiddleware:
    """Sets ``request.sitting`` and ``request.actor``; both None for nobody signed in."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.sitting = request.actor = None
        staff = getattr(request.user, "staff", None) if request.user.is_authenticated else None
        if staff is not None and not may_go_on(request, staff):
            end_session(request.session.session_key or "")
            logout(request)
        elif staff is not None and (request.path.startswith(OWN) or not what_is_due(staff, request.session)):
            actor = actor_of(staff, request.session.get("seat", ""), request.session.get("workstation", ""))
            request.sitting, request.actor = Sitting(request.session.session_key or "", actor, staff.name), actor
            get_deployment().sittings.note(actor.seat)
            if is_by_hand(request):
                note_used(request.session.session_key)
        response = self.get_response(request)
        if staff is not None and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"  # a browser or a proxy that keeps it shows it to whoever comes next
        return response


def may_go_on(request: Any, staff: Any) -> bool:
    """Whether the account is open and somebody was here lately enough."""
    return not why_closed(staff) and is_awake(request.session.session_key or "", request.session)


def is_by_hand(request: Any) -> bool:
    """Whether a person did this: a form sent, a page opened. What pages fetch by themselves keeps no session awake."""
    return request.method == "POST" or request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def page_context(request: Any) -> dict[str, Any]:
    """What every template may use."""
    deployment = get_deployment()
    return {
        "sitting": getattr(request, "sitting", None),
        "actor": getattr(request, "actor", None),
        "now": deployment.clock.now(),
        "speed": deployment.clock.speed,
        "is_demo": deployment.is_demo,
        "program": deployment.names.label_of_program(get_language() or "en"),
        "deployment": deployment,
        "is_tls": settings.OPTIONS.behind_tls,
        "theme": request.COOKIES.get(f"{settings.OWN_HOST}theme", ""),
        "again_at": find_end(request.session.session_key or "", request.session) if getattr(request, "sitting", None) else 0,
        "idle_minutes": settings.SIGN_IN.idle_minutes if not request.session.get("workstation_kind") else 0,
    }
