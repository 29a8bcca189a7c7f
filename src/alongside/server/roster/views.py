"""The roster and the shift change. They only look: everything is asked through ``/ask/``."""

from django.http import HttpRequest, HttpResponse

from alongside.core.codes import PartyKind, UnitService
from alongside.core.party import Party
from alongside.server.roster import passing
from alongside.server.roster.aboard import list_free
from alongside.server.roster.duty import list_desks, list_on_duty, unit_line
from alongside.server.roster.hazards import hazard_form, list_hazards
from alongside.server.roster.shifts import list_off_duty, shift_ends
from alongside.server.site.coded import choices
from alongside.server.site.looking import Look, look, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row


@page("roster")
def roster(request: HttpRequest) -> HttpResponse:
    """Units, desks, beats, hazards."""
    with look(request) as seen:
        told = {
            "units": list_on_duty(seen),
            "off_duty": list_off_duty(seen),
            "desks": list_desks(seen),
            "beats": [_beat(seen, beat.id, beat.label) for beat in seen.asking.rules.beats],
            "hazards": list_hazards(seen),
            "hazard_form": hazard_form(seen),
            "out_reasons": choices("out_reason"),
            "ends": shift_ends(seen),
        }
    return show(request, "roster", "roster", told)


def _beat(seen: Look, id: str, label: str) -> Row:
    incidents = [seen.view.board.incidents.find(one) for one in seen.view.board.open_incidents]
    return {"id": id, "label": label, "open": sum(1 for one in incidents if one and one.beat == id)}


@page("shift_change")
def shift(request: HttpRequest) -> HttpResponse:
    """Everything my desk or crew is responsible for, and how it passes to the next."""
    with look(request) as seen:
        party = passing.my_party(seen)
        told = {
            "party": _party(seen, party) if party else None,
            "charges": passing.list_charges(seen, party) if party else [],
            "offered": passing.list_offered(seen, party) if party else [],
            "desks": passing.list_other_desks(seen, party),
            "relieve": passing.may_relieve(seen),
            "ends": shift_ends(seen),
        }
    return show(request, "roster", "shift", told)


def _party(seen: Look, party: Party) -> Row:
    """The desk or crew, who is on it, and for a crew who could come aboard and what is still open."""
    unit = seen.view.board.units.find(party.id) if party.kind is PartyKind.CREW else None
    desk = seen.view.board.positions.find(party.id) if party.kind is PartyKind.POSITION else None
    aboard = {one.staff for one in unit.members} if unit else {desk.staff} if desk else set()
    return {
        "kind": party.kind.value,
        "id": party.id,
        "label": seen.view.names.party(seen.view.board, party, seen.view.language),
        "mine": seen.actor.staff in aboard,
        "open_work": len(unit.assignments) if unit else 0,
        "off_duty": bool(unit and unit.service is UnitService.OFF_DUTY),
        "unit": unit_line(seen, unit, list_free(seen)) if unit and unit.service is not UnitService.OFF_DUTY else None,
        "supervisor": _who_can_help(seen),
    }


def _who_can_help(seen: Look) -> str:
    """The supervisor on duty, by name; "" where the desk is empty."""
    position = seen.view.board.positions.find(seen.asking.rules.get_desk("supervisor").id)
    return seen.view.names.person(position.staff) if position and position.staff else ""
