"""Who is this? Asked of one person in crisis: looked up by marks, answered as the same person, a new record, or not known."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alongside.server.person.fits import list_fits, with_names
from alongside.server.person.matching import why_not
from alongside.server.person.unknown import find_theirs, tell_unknown
from alongside.server.site.looking import Look, look, show
from alongside.server.site.of_records import find_people
from alongside.server.site.routes import page
from alongside.server.site.rows import Row

ASKED = ("name", "birth_date", "phone")
LONGEST = 200


@page("person")
def who(request: HttpRequest, episode: str) -> HttpResponse:
    """What was said comes in the body of the form, never in an address. 404 for a person in crisis that is not theirs."""
    said = {field: request.POST.get(field, "").strip()[:LONGEST] for field in ASKED}
    with look(request) as seen:
        found = find_theirs(seen, episode)
        told = tell_unknown(seen, found)
    told |= {"said": said, "searched": request.method == "POST", "fits": [], "wrong": ""}
    if told["searched"] and told["may_identify"] and not told["known"]:
        told |= _answer(request, seen, episode, said)
    return show(request, "person", "who", told)


def _answer(request: HttpRequest, seen: Look, episode: str, said: Mapping[str, str]) -> Row:
    """What fits, if this reader may know at all that somebody is known here; the asking is noted, whatever it finds."""
    if not any(said.values()):
        return {"wrong": _("Give a name, a date of birth or a phone number.")}
    if wrong := why_not(request, episode):
        return {"wrong": wrong}
    found = find_people(said)
    with look(request) as again:
        fits = list_fits(again, found)
    return {"fits": with_names(request, fits)}
