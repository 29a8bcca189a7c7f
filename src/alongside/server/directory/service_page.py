"""One service: everything it says, how old that is, and that somebody asked there just now."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from alongside.server.directory.asked import read_wanted
from alongside.server.directory.rows import OPENS, phones_of, places_of, say_hours, service_row
from alongside.server.site.looking import look
from alongside.server.site.routes import page

SAID = ("eligibility_description", "application_process", "fees_description", "interpretation_services", "alert")


@page("directory")
def show_service(request: HttpRequest, service: str) -> HttpResponse:
    """What is known of it."""
    with look(request) as seen:
        listed, now, area = seen.deployment.directory.page(), seen.asking.now, seen.deployment.profile.area
        names, language = seen.deployment.names, seen.view.language
    if service not in listed.services:
        raise Http404(service)
    found, body = listed.services[service], listed.bodies[service]
    organization = listed.bodies.get(str(body.get("organization_id", "")), {})
    wanted = read_wanted({}, area, now)
    opens = found.open_at(wanted.weekday, wanted.minute)
    told = {
        **service_row(found, now, language),
        "open": opens,
        "open_word": gettext(OPENS[opens]),
        "description": body.get("description", ""),
        "said": {name: body[name] for name in SAID if body.get(name)},
        "phones": phones_of(body, organization),
        "places": places_of(body),
        "hours": say_hours(found.hours),
        "website": body.get("url") or organization.get("website", ""),
        "terms": sorted({one["taxonomy_term"]["name"] for one in body.get("attributes", ()) if "taxonomy_term" in one}),
        "confirmed_by": names.person(listed.confirmed_by[service]) if service in listed.confirmed_by else "",
    }
    return render(request, "directory/service.html", {"one": told})


@require_POST
@page("directory")
def confirm(request: HttpRequest, service: str) -> HttpResponse:
    """Somebody called there: it is as it stands. Who said so is kept."""
    with look(request) as seen:
        directory, staff, now = seen.deployment.directory, seen.actor.staff, seen.asking.now
    if service not in directory.page().services:
        raise Http404(service)
    directory.confirm(service, staff, now)
    return HttpResponseRedirect(reverse("directory_service", args=[service]))
