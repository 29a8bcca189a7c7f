"""One referral: who was asked, what each said, what must happen next and by when; and what a service is told once it agreed."""

from django.http import HttpRequest, HttpResponse

from alongside.server.referral.rows import referral_row
from alongside.server.referral.seeing import list_told, referral_of
from alongside.server.site.coded import choices
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import told_or_why


@page("referral")
def one(request: HttpRequest, referral: str) -> HttpResponse:
    """For whoever sees to it."""
    with look(request) as seen:
        found = referral_of(seen, referral)
        row = referral_row(seen, found)
        references, note = list_told(seen, found.episode, found), {word.vault_id for word in found.words}
        own = any(desk.id == seen.actor.seat and desk.duty == "follow_up" for desk in seen.asking.rules.program.desks)
    words = read_words(request, references, "follow_up") if row["is_open"] else {}
    told = [{"field": one.field, "words": told_or_why(words, one)} for one in references if one.vault_id in note] if words else []
    offered = {name: choices(f"referral_{name}") for name in ("declined", "failed", "cancelled")}
    return show(request, "referral", "one", {"one": row, "notes": told, "seat": own, **offered})
