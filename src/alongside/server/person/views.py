"""The pages of a person's record. They only look; everything is asked through ``/ask/``."""

from django.http import HttpRequest, HttpResponse

from alongside.server.person.around import as_may_be_told
from alongside.server.person.drafts import find_drafts
from alongside.server.person.entries import with_words
from alongside.server.person.layout import in_order, lay_out, say_reader
from alongside.server.person.naming import offer_naming
from alongside.server.person.record import see_record
from alongside.server.person.writing import forms
from alongside.server.site.fixed_words import tell_fixed
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page


@page("person")
def record(request: HttpRequest, person: str) -> HttpResponse:
    """One record, as far as this reader may see it; 404 for what is not theirs, as for what does not exist."""
    with look(request) as seen:
        found = seen.record(person)
        drafts = find_drafts(request, person)
        offered = forms(seen, seen.deployment.vault.sharing, drafts, found.age_at(seen.asking.now) == "adult")
        copied, naming = see_record(seen, found), offer_naming(seen, person, request.GET.get("also", ""))
    actor = request.actor
    words = read_words(request, copied.references, purpose_of(actor))
    rows = tell_fixed(with_words(copied.rows, words, whole_index=actor.role == "privacy_officer"))
    beside = as_may_be_told(request, person, copied.beside)
    laid_out = lay_out(rows, in_order(list(seen.deployment.vault.sharing.rules.fields)))
    told = {**copied.told, **naming, **beside, **laid_out, **say_reader(actor, copied.told["ties"]), "forms": offered}
    return show(request, "person", "record", told)
