"""One person's legal hold: the latest time, what was done and is still owed; or the form that writes one, or why there is none."""

from django.http import HttpRequest, HttpResponse

from alongside.core.refused import Refused
from alongside.server.holds.rows import forms_of, hold_row
from alongside.server.official.keeping import is_loaded
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.persons import person_row
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.sentences import say_refused
from alongside.server.site.telling import tell_all


@page("hold")
def hold(request: HttpRequest, episode: str) -> HttpResponse:
    """For whom the person is business. The facts it rests on are words, read as the rules let this reader."""
    with look(request) as seen:
        found = seen.episode(episode)
        rows = [hold_row(seen, one) for one in seen.view.board.holds if one.episode == found.id]
        data = seen.deployment.options.data
        told: Row = {**person_row(seen.view, found), **_law(seen), "now": seen.asking.now, **forms_of(seen, found)}
    words = read_words(request, [one for row in rows for one in row["references"]], purpose_of(request.actor))
    for row in rows:
        row["facts"] = tell_all(words, row.pop("references"))
        row["form"] = is_loaded(data, *row.pop("form_of"))
    told["open"] = next((row for row in rows if row["is_open"]), None)
    told["over"] = [row for row in reversed(rows) if not row["is_open"]]
    return show(request, "holds", "hold", told)


def _law(seen: Look) -> Row:
    """Which law, who answers for it, and why none can be written here, where that is so."""
    law, names, language = seen.asking.rules.jurisdiction, seen.deployment.names, seen.view.language
    why = "" if law.is_verified(seen.asking.now) else ("jurisdiction_unverified" if law.kinds else "jurisdiction_missing")
    no = say_refused(Refused(why), names, seen.view.board, language) if why else ""
    label = names.label(f"jurisdiction.{law.id}", language) if law.kinds else ""
    return {"law": label, "invented": law.invented, "verified_by": law.verified_by, "no_law": no}
