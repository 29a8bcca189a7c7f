"""Who is this? Asked of one person in crisis: looked up by marks, answered as the same person, a new record, or not known."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alongside.core.sharing.share import Withheld
from alongside.server.person.fits import list_fits, with_names
from alongside.server.person.unknown import is_theirs, tell_unknown
from alongside.server.records.answering import answer_all
from alongside.server.site.looking import Look, look, show
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.sentences_withheld import say_withheld

ASKED = ("name", "birth_date", "phone")
MATCH = (("match", frozenset[str]()),)
LONGEST = 200


@page("person")
def who(request: HttpRequest, episode: str) -> HttpResponse:
    """What was said comes in the body of the form, never in an address. 404 for a person in crisis that is not theirs."""
    said = {field: request.POST.get(field, "").strip()[:LONGEST] for field in ASKED}
    with look(request) as seen:
        found = seen.view.board.episodes.find(episode)
        if found is None or not is_theirs(seen, found):
            raise Http404(episode)
        told = tell_unknown(seen, found)
        looks_up = any(said.values()) and told["may_identify"] and not told["known"]
        fits = list_fits(seen, said) if looks_up else []
    told |= {"said": said, "searched": request.method == "POST", "fits": [], "wrong": ""}
    if request.method == "POST":
        told |= _answer(request, seen, episode, said, fits)
    return show(request, "person", "who", told)


def _answer(request: HttpRequest, seen: Look, episode: str, said: Mapping[str, str], fits: list[Row]) -> Row:
    """What fits, if this reader may know at all that somebody is known here; the asking is noted, whatever it finds."""
    if not any(said.values()):
        return {"wrong": _("Give a name, a date of birth or a phone number.")}
    vault, actor = seen.deployment.vault, request.actor
    about = (seen.deployment.ledger, vault.sharing.rules, vault.notes, actor, ("person", episode))
    answer = answer_all(*about, MATCH, purpose_of(actor))[0]
    return {"wrong": say_withheld(answer)} if isinstance(answer, Withheld) else {"fits": with_names(request, fits)}
