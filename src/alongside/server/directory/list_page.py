"""Looking a service up."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.core.directory.search import search
from alongside.library.directory.needs import load_needs
from alongside.server.directory.asked import WITHIN, read_wanted
from alongside.server.directory.rows import found_row
from alongside.server.site.looking import Look, look
from alongside.server.site.routes import page
from alongside.server.site.words import LANGUAGE_NAMES

PER_PAGE = 20
ASKED = ("q", "need", "age", "language", "near", "within", "open")


@page("directory")
def list_services(request: HttpRequest) -> HttpResponse:
    """What fits, twenty to a page."""
    asked = {name: request.GET.get(name, "") for name in ASKED}
    with look(request) as seen:
        area, now, language, listed = seen.deployment.profile.area, seen.asking.now, seen.view.language, seen.deployment.directory.page()
        offered = _offered(seen)
    found = search(listed.services.values(), read_wanted(asked, area, now), now)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    told = {
        "rows": [found_row(one, now, language) for one in shown.object_list],
        "shown": shown,
        "asked": asked,
        "kept": urlencode({name: value for name, value in asked.items() if value}),
        "empty": not listed.services,
        **offered,
    }
    return render(request, "directory/list.html", told)


def _offered(seen: Look) -> dict[str, object]:
    """What the form offers."""
    language = seen.view.language
    needs = [{"code": one.id, "word": one.labels.get(language, one.labels["en"])} for one in load_needs().values()]
    return {
        "needs": sorted(needs, key=lambda one: one["word"].casefold()),
        "languages": sorted(((code, _(name)) for code, name in LANGUAGE_NAMES.items()), key=lambda one: one[1]),
        "places": [one.label for one in seen.deployment.profile.area.neighbourhoods],
        "within": [str(one) for one in WITHIN],
        "imported": seen.deployment.directory.last_told(),
    }
