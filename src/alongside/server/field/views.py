"""The crew's page. It only looks: everything a crew does is asked through ``/ask/``."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.party import Reference
from alongside.core.state import Unit
from alongside.server.field.around import list_messages, list_reserved, message_row
from alongside.server.field.page import crew_page
from alongside.server.field.street_map import draw_map
from alongside.server.site.deployment import get_deployment
from alongside.server.site.known import HELPS, references_in, see_known, tell_known
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import references_of, tell_all, tell_said_back, told_or_why

SHORT = ("place", "summary")


@page("field")
def crew(request: HttpRequest) -> HttpResponse:
    """The unit this person is aboard: its work, what may be known, what may be done next."""
    legal = {key.removeprefix("legal-"): value for key, value in request.GET.items() if key.startswith("legal-")}
    with look(request) as seen:
        unit = _aboard(seen)
        told = crew_page(seen.view, seen.asking, unit, request.GET.get("assignment", ""), legal) if unit else _not_aboard(seen)
        messages = [(message_row(seen.view, unit, one), one.words) for one in list_messages(seen.view, unit)] if unit else []
        notes, short = _notes(seen, told)
        known = _known(seen, told)
    spoken = (reference for _, references in messages for reference in references)
    asked = list_reserved(told)
    words = read_words(request, [*notes, *short, *references_in(known), *spoken, *references_of(asked)], "response")
    tell_said_back(asked, words)
    told["known"] = tell_known(known, words)
    told["words"] = {one.field: text for one in short if (text := told_or_why(words, one))}
    told["messages"] = [row | {"words": tell_all(words, references)} for row, references in messages]
    told["notes"] = [text for one in notes if (text := told_or_why(words, one))]
    return show(request, "field", "crew", told)


def _aboard(seen: Look) -> Unit | None:
    """The unit of this seat, if the person is aboard it now."""
    unit = seen.view.board.units.find(seen.actor.seat)
    return unit if unit and seen.actor.staff in {one.staff for one in unit.members} else None


def _not_aboard(seen: Look) -> Row:
    """Nobody signed this person on yet: which units could take them aboard."""
    rostered = [one.call_sign for one in seen.deployment.profile.units if seen.actor.staff in one.members]
    aboard = [one.call_sign for one in seen.view.board.units if seen.actor.staff in {member.staff for member in one.members}]
    return {"unit": None, "rostered_on": rostered, "signed_on": aboard[0] if aboard else ""}


def _notes(seen: Look, told: Row) -> tuple[list[Reference], list[Reference]]:
    """The notes of the need shown, and its latest place and summary in the caller's words."""
    shown = told.get("shown")
    incident = seen.view.board.incidents.find(shown["need"]["id"]) if shown else None
    words = incident.words if incident else ()
    return [one for one in words if one.field == "note"], list({one.field: one for one in words if one.field in SHORT}.values())


def _known(seen: Look, told: Row) -> list[Row]:
    """What is known of the people of the need shown."""
    shown = told.get("shown")
    incident = seen.view.board.incidents.find(shown["need"]["id"]) if shown else None
    sharing = seen.deployment.vault.sharing
    return see_known(seen.view, sharing, seen.actor, incident, seen.asking.now, HELPS) if incident else []


@page("field")
def street_map(request: HttpRequest, incident: str) -> HttpResponse:
    """The streets around a need as a small drawing of our own: no map is asked of anybody else."""
    with look(request) as seen:
        need = seen.incident(incident)
        unit = seen.view.board.units.find(seen.actor.seat)
        sent = [seen.view.board.assignments.find(id) for id in unit.assignments] if unit else []
        if need.spot is None or not any(one and one.incident == incident for one in sent):
            raise Http404(incident)
        heard = seen.view.find_spot(unit.id) if unit else None
        spot, near = need.spot, heard[0] if heard else unit.spot if unit else None
    drawn = draw_map(get_deployment().profile.area, spot, near)
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=20"
    return response
