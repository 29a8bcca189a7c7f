"""Who is on duty: units with their crews, units that could sign on, desks, and who could come aboard."""

from collections.abc import Sequence

from alongside.core.codes import PartyKind, UnitService
from alongside.core.party import Party
from alongside.core.state import Unit
from alongside.library.programs import Staff
from alongside.server.roster.aboard import agencies_of, list_free, member_row
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.row_place import desk_row
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row


def list_on_duty(seen: Look) -> list[Row]:
    """Every unit on duty, by call sign."""
    on_duty = [unit for unit in seen.view.board.units if unit.service is not UnitService.OFF_DUTY]
    free = list_free(seen)
    return [unit_line(seen, unit, free) for unit in sorted(on_duty, key=lambda unit: unit.call_sign)]


def unit_line(seen: Look, unit: Unit, free: Sequence[Staff]) -> Row:
    """One unit on duty; ``free`` are the people who could come aboard."""
    names, language, agencies = seen.view.names, seen.view.language, agencies_of(seen, unit)
    crew = seen.view.board.list_charges(Party(PartyKind.CREW, unit.id))
    return {
        **(unit_row(seen.view, unit.id) or {}),
        "speaks": [word("language", code) for code in sorted(unit.languages) if code != "en"],
        "rostered": names.label(f"crew.{unit.crew_kind}", language),
        "acting": names.label(f"crew.{unit.acts_as}", language) if unit.acts_as else "",
        "changed": unit.acts_as != unit.crew_kind,
        "out": unit.service is UnitService.OUT_OF_SERVICE,
        "out_reason": word("out_reason", unit.service_reason) if unit.service_reason else "",
        "status_word": word("status", _status(seen, unit)),
        "responsible_for": len(crew),
        "busy": len(unit.assignments),
        "stays": [member_row(seen, one.staff) for one in unit.members],
        "could_come": [member_row(seen, one.id) for one in free if one.agency in agencies],
    }


def _status(seen: Look, unit: Unit) -> str:
    first = seen.view.board.assignments.find(unit.primary)
    return first.status.value if first and unit.assignments else unit.service.value


def list_desks(seen: Look) -> list[Row]:
    """Every desk of the program with who sits there and for how many people it is responsible."""
    rows = [desk_row(seen.view, desk.id) for desk in seen.asking.rules.program.desks]
    return [row | {"mine": row["id"] == seen.actor.seat} for row in rows if row]
