"""Our own sheet about a hold, to copy from: headed “worksheet, not the legal application”, because the law's form is the county's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.holds.gathering import gather
from alongside.server.holds.rows import hold_row, last_hold
from alongside.server.official.known import Known
from alongside.server.site.looking import look, read_words
from alongside.server.site.persons import person_row
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import tell_all
from alongside.server.site.templatetags.times import say_day


@page("hold")
def sheet(request: HttpRequest, episode: str) -> HttpResponse:
    """What is known of it, in the order in which such forms ask; what is not known is a line to write on."""
    with look(request) as seen:
        found = seen.episode(episode)
        one = last_hold(seen, found.id)
        row, told = hold_row(seen, one), person_row(seen.view, found)
        law = seen.deployment.names.label(f"jurisdiction.{one.jurisdiction}", seen.view.language)
        gathered = gather(seen, found, one, seen.view.language, told["number"])
    read = read_words(request, gathered.all(), purpose_of(request.actor))
    facts = tell_all(read, row["references"])
    notices = getattr(request, "notices", None)
    return render(
        request, "holds/sheet.html", {**told, **_who(gathered.with_words(read)), "one": row, "facts": facts, "law": law, "notices": notices}
    )


def _who(known: Known) -> Row:
    """Name, birth date and address as far as this reader may see them; the rest is a line to write on."""
    born = known.moments.get("birth_date")
    return {name: known.words.get(name, "") for name in ("name", "address")} | {
        "birth_date": say_day(born) if born else known.words.get("birth_date", "")
    }
