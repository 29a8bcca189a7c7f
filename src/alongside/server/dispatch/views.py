"""The console's page, its incident panel, and the streets beneath the map."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.roads.landmarks import landmarks
from alongside.server.dispatch.codes import codes_for
from alongside.server.dispatch.panel import make_panel
from alongside.server.dispatch.said import read_said
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.kept import facts_of
from alongside.server.site.looking import look
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
    with look(request) as seen:
        rows = facts_of(seen.incident(id))
    said = read_said(request, rows, id)
    with look(request) as seen:
        panel = make_panel(seen, seen.incident(id), said)
    names, language = get_deployment().names, get_language() or "en"
    template = "dispatch/panel.html" if request.GET.get("part") else "dispatch/incident.html"
    return render(request, template, {"panel": panel, "texts": texts("site", "console", "map"), "codes": codes_for(names, language)})


@page(SIGNED_IN)
def area_file(request: HttpRequest, file: str) -> HttpResponse:
    """Streets of the area, and what a map is read by, as GeoJSON; they change only with the release."""
    area = get_deployment().profile.area
    streets = {path.name: path for path in area.streets.values()}
    if file != LANDMARKS and file not in streets:
        raise Http404(file)
    text = landmarks(area) if file == LANDMARKS else streets[file].read_bytes()
    response = HttpResponse(text, content_type="application/geo+json")
    response["Cache-Control"] = "private, max-age=86400"
    return response
