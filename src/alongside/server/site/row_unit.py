"""One unit as a row."""

from alongside.core.state import Assignment, Unit
from alongside.server.site.rows import Row, View, degrees


def unit_row(view: View, id: str) -> Row | None:
    """The unit, or None where nobody ever signed on to it."""
    unit = view.board.units.find(id)
    if unit is None:
        return None
    heard = view.find_spot(id)
    spot, spot_at = heard if heard else (unit.spot, unit.spot_at)
    return {
        "id": unit.id,
        "call_sign": unit.call_sign or unit.id,
        "crew_kind": unit.crew_kind,
        "acts_as": unit.acts_as,
        "label": view.names.label(f"crew.{unit.acts_as or unit.crew_kind}", view.language),
        "service": unit.service,
        "service_reason": unit.service_reason,
        "service_at": unit.service_at,
        "members": [{"name": view.names.person(one.staff), "role": one.role} for one in unit.members],
        "capabilities": sorted(unit.capabilities),
        "languages": sorted(unit.languages),
        "shift_ends_at": unit.shift_ends_at,
        "post": unit.post,
        "spot": degrees(spot),
        "spot_at": spot_at,
        "help": {"asked_at": unit.help_asked_at, "received_by": unit.help_received_by} if unit.help_asked_at else None,
        **_work(view, unit),
    }


def _work(view: View, unit: Unit) -> Row:
    """Its assignments, and the status of the one it works first with its age and the age at which it counts as stale."""
    open_ones = [one for id in unit.assignments if (one := view.board.assignments.find(id))]
    first = next((one for one in open_ones if one.id == unit.primary), open_ones[0] if open_ones else None)
    status = first.status.value if first else unit.service.value
    return {
        "assignments": [_assignment(view, unit, one) for one in open_ones],
        "status": status,
        "status_at": first.times.get(first.status, 0) if first else max(unit.service_at, unit.freed_at),
        "stale_after_ms": view.rules.clocks.stale_ms.get(status),
    }


def _assignment(view: View, unit: Unit, one: Assignment) -> Row:
    incident = view.board.incidents.find(one.incident)
    return {
        "id": one.id,
        "incident": one.incident,
        "number": incident.number if incident else 0,
        "status": one.status,
        "status_at": one.times.get(one.status, 0),
        "place": one.place,
        "primary": one.id == unit.primary,
        "drive_ms": one.drive_ms,
    }
