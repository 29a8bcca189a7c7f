"""The console's page, its incident panel, and the streets beneath the map."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.roads.landmarks import landmarks
from alongside.server.dispatch.codes import codes_for
from alongside.server.dispatch.panel import make_panel
from alongside.server.dispatch.said import read_said
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.knowing import may_know
from alongside.server.site.page_texts import texts
from alongside.server.site.routes import SIGNED_IN, page

LANDMARKS = "landmarks.geojson"


def map_of(deployment: Deployment) -> dict[str, str]:
    """What the map is told: where its streets are, its bounds (west,south,east,north in degrees), whom to thank."""
    (south, west), (north, east) = deployment.profile.area.bounds
    bounds = ",".join(str(edge / 1e6) for edge in (west, south, east, north))
    return {"streets": "/area/", "bounds": bounds, "attribution": deployment.profile.area.attribution}


@page("console")
def console(request: HttpRequest) -> HttpResponse:
    """The page; rows come from /board.json and the stream."""
    deployment = get_deployment()
    language = get_language() or "en"
    context = {
        "texts": texts("site", "console", "map"),
        "codes": codes_for(deployment.names, language),
        "map": map_of(deployment),
        "unassessed": int(deployment.rules.program.unassessed_as),
        "area": deployment.profile.area,
    }
    return render(request, "dispatch/console.html", context)


@page("incident")
def incident(request: HttpRequest, id: str) -> HttpResponse:
    """One incident, as the console's panel (``?part=1``) or as a page of its own."""
    deployment = get_deployment()
    language = get_language() or "en"
    actor: Any = request.actor
    with deployment.ledger.board() as board:
        is_theirs = may_know(board, actor, id)
    rows = deployment.ledger.read.list_of_incident(id) if is_theirs else []
    if not rows:  # the same answer for what does not exist and for what is not theirs
        raise Http404(id)
    said = read_said(deployment, actor, rows, id, language)
    with deployment.ledger.board() as board:
        panel = make_panel(deployment, deployment.view(board, language), id, actor, said)
    template = "dispatch/panel.html" if request.GET.get("part") else "dispatch/incident.html"
    return render(
        request, template, {"panel": panel, "texts": texts("site", "console", "map"), "codes": codes_for(deployment.names, language)}
    )


@page(SIGNED_IN)
def area_file(request: HttpRequest, file: str) -> HttpResponse | FileResponse:
    """Streets of the area, and what a map is read by, as GeoJSON; they change only with the release."""
    area = get_deployment().profile.area
    streets = {path.name: path for path in area.streets.values()}
    if file != LANDMARKS and file not in streets:
        raise Http404(file)
    kind = "application/geo+json"
    named = file == LANDMARKS
    response = HttpResponse(landmarks(area), content_type=kind) if named else FileResponse(streets[file].open("rb"), content_type=kind)
    response["Cache-Control"] = "private, max-age=86400"
    return response
