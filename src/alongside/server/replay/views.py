"""The bar of a watched replay: how it stands, steering it, and the report at its end. Anywhere else these addresses do not exist."""

import json
from typing import Any

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from alongside.server.replay.pace import FASTEST
from alongside.server.replay.report_policy import REPORT_POLICY
from alongside.server.replay.steering import DEEDS, jump
from alongside.server.replay.watched import WatchedDay
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import SIGNED_IN, page


def find_day() -> WatchedDay:
    """The day this server plays, or 404."""
    day = get_deployment().replay
    if not isinstance(day, WatchedDay):
        raise Http404
    return day


def stand(day: WatchedDay) -> dict[str, Any]:
    """How the replay stands, as the bar reads it."""
    pace = day.pace
    return {
        "now": pace.now(),
        "speed": pace.speed,
        "chosen": None if pace.chosen >= FASTEST else pace.chosen,
        "paused": pace.is_paused,
        "jumping": pace.jump_to is not None,
        "over": pace.is_over,
        "failed": day.has_failed,
        "report": day.report is not None,
    }


@page(SIGNED_IN)
def state(request: HttpRequest) -> HttpResponse:
    """Asked by the bar every second."""
    return JsonResponse(stand(find_day()))


@page(SIGNED_IN)
def steer(request: HttpRequest) -> HttpResponse:
    """One deed: pause, go, slower, faster, or jump with ``to`` (ms UTC)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    day = find_day()
    try:
        sent = json.loads(request.body)
        deed = jump(int(sent["to"])) if sent["deed"] == "jump" else DEEDS[sent["deed"]]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"granted": False, "code": "malformed"}, status=400)
    if not day.pace.is_over:
        day.pace.steer(deed)
    return JsonResponse(stand(day))


@page(SIGNED_IN)
@csp_replace(REPORT_POLICY)
def report(request: HttpRequest) -> HttpResponse:
    """The page written at the day's end."""
    day = find_day()
    if day.report is None:
        raise Http404
    return HttpResponse(day.report.read_bytes(), content_type="text/html; charset=utf-8")
