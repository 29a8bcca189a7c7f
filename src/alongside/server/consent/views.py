"""The list of a person's consents. It only looks; everything is asked through ``/ask/``."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from alongside.server.consent.finding import find_person
from alongside.server.consent.listing import list_rows, with_words
from alongside.server.consent.readings import with_readings
from alongside.server.site.consent_words import WRONG
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.notices import turn_of
from alongside.server.site.routes import page


@page("consent")
def list_consents(request: HttpRequest, person: str) -> HttpResponse:
    """What the person agreed to, declined, took back; what each lets whom see; who read because of it."""
    with look(request) as seen:
        find_person(seen, person)
        rows, watched = list_rows(seen, person), turn_of(seen.view.board, person)
    texts = read_words(request, [one for row in rows for one in row["references"]], "treatment")
    rows = with_readings(seen, with_words(seen, rows, texts))
    wrong = [{"code": code, "word": _(word)} for code, word in WRONG.items()]
    may_ask = request.actor.role != "privacy_officer"
    return show(request, "consent", "list", {"person": person, "turn": watched, "rows": rows, "wrong": wrong, "may_ask": may_ask})


@page("consent")
def turn(request: HttpRequest, person: str) -> JsonResponse:
    """Whether anything about this person's consents changed: open pages ask each second, and read again where it did.

    The live feed does not tell it: of a substance use program not even that there is a record may be known (42 CFR 2.13).
    """
    with look(request) as seen:
        find_person(seen, person)
        return JsonResponse({"turn": turn_of(seen.view.board, person)})
