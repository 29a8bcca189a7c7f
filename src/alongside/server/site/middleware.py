"""Every page knows who asks: ``request.actor`` is what the core is told, ``request.sitting`` adds the name."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from alongside.server.people.sitting import Sitting, actor_of
from alongside.server.site.deployment import get_deployment

Next = Callable[[HttpRequest], HttpResponseBase]


class ActorMiddleware:
    """Sets ``request.sitting`` and ``request.actor``; both None for nobody signed in."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.sitting = request.actor = None
        staff = getattr(request.user, "staff", None) if request.user.is_authenticated else None
        if staff is not None:
            actor = actor_of(staff, request.session.get("seat", ""), request.session.get("workstation", ""))
            request.sitting, request.actor = Sitting(request.session.session_key or "", actor, staff.name), actor
            get_deployment().sittings.note(actor.seat)
        return self.get_response(request)


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
    }
