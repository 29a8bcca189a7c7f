"""The crew's page put together: one look at the board, plain rows for the template."""

from collections.abc import Mapping

from alongside.core.asking import Asking
from alongside.core.codes import PoliceRole, UnitService
from alongside.core.state import Assignment, Incident, Unit
from alongside.server.field.around import find_clinician, list_others
from alongside.server.field.need import need_of
from alongside.server.field.people import detail_choices, disposition_choices, list_people
from alongside.server.field.steps import asked_again, list_steps
from alongside.server.site.around import around
from alongside.server.site.coded import choices, word
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row, View

FLAGS = ("consciousness", "breathing", "ingestion", "head_injury", "withdrawal", "fever_confusion", "naloxone_given", "restraint_used")
RETURNS = (30, 60, 120)  # minutes until somebody comes back to a closed door


def crew_page(view: View, asking: Asking, unit: Unit, chosen: str, legal: Mapping[str, str]) -> Row:
    """Everything the page shows. ``chosen`` is the assignment looked at; the primary one where it is not (any longer) open."""
    work = [one for id in unit.assignments if (one := view.board.assignments.find(id))]
    shown = next((one for one in work if one.id == chosen), None) or next((one for one in work if one.id == unit.primary), None)
    shown = shown or (work[0] if work else None)
    return {
        "unit": unit_row(view, unit.id),
        "service": unit.service.value,
        "in_service": unit.service is UnitService.IN_SERVICE,
        "out_reason": word("out_reason", unit.service_reason),
        "incomplete": unit.acts_as != unit.crew_kind,
        "acts_as": view.names.label(f"crew.{unit.acts_as}", view.language) if unit.acts_as else "",
        "rostered": view.names.label(f"crew.{unit.crew_kind}", view.language),
        "help_by": view.names.person(unit.help_received_by) if unit.help_received_by else "",
        "help_answer_ms": asking.rules.clocks.help_ms,
        "work": [_tab(view, unit, one, shown) for one in work],
        "shown": _shown(view, asking, unit, shown, legal) if shown else None,
        "clinician": find_clinician(view, asking),
        "out_reasons": choices("out_reason"),
        "dispatcher": asking.rules.get_desk("dispatcher").id,
    }


def _tab(view: View, unit: Unit, one: Assignment, shown: Assignment | None) -> Row:
    incident = view.board.incidents.reach(one.incident) if one.incident in view.board.incidents else None
    level = incident.level if incident else None
    return {
        "id": one.id,
        "number": incident.number if incident else 0,
        "level": level,
        "status_word": word("status", one.status.value),
        "primary": one.id == unit.primary,
        "shown": shown is not None and one.id == shown.id,
    }


def _shown(view: View, asking: Asking, unit: Unit, one: Assignment, legal: Mapping[str, str]) -> Row:
    incident = asking.incident(one.incident)
    kind = asking.rules.program.crews.get(unit.acts_as)
    return {
        "id": one.id,
        "status": one.status.value,
        "status_word": word("status", one.status.value),
        "status_at": one.times.get(one.status, 0),
        "stale_at": one.times.get(one.status, 0) + asking.rules.clocks.stale_ms.get(one.status.value, 10**15),
        "primary": one.id == unit.primary,
        "steps": list_steps(view, asking, one),
        "cannot_go": choices("cannot_go"),
        "need": need_of(view, asking, incident, unit),
        "people": list_people(view, asking, one, legal),
        "others": list_others(view, asking, incident, unit),
        "dispositions": disposition_choices(bool(kind and kind.remote)),
        "details": detail_choices(),
        "agencies": _police_agencies(view),
        **_reports(incident),
        **asked_again(asking, one),
        "around": around(incident),
        "returns": [{"at": asking.now + minutes * 60_000} for minutes in RETURNS],
    }


def _reports(incident: Incident) -> Row:
    """What a crew can report of the scene with a tap."""
    latest = {flag: state for flag, state, _ in incident.medical}
    return {
        "flags": [{"code": code, "word": word("red_flag", code), "state": latest.get(code, "")} for code in FLAGS],
        "weapon_kinds": choices("weapon", ("firearm", "blade", "other", "unknown")),
        "weapon_places": choices("weapon_place"),
        "weapon_states": choices("weapon_state", ("seen", "reported", "secured", "denied", "unknown")),
        "police_roles": choices("police", [role.value for role in PoliceRole if role not in (PoliceRole.NONE, incident.police)]),
        "police_reasons": choices("police_reason"),
    }


def _police_agencies(view: View) -> list[Row]:
    found = [one for one in view.names.profile.agencies if one.kind in ("police", "county", "fire_ems")]
    return [{"code": one.id, "word": one.labels.get(view.language, one.labels["en"])} for one in found]
