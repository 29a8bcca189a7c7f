"""How a person gets to a place, as the desk sees it: legs with times, what does not agree, and whom to send where transport is wanted."""

from alongside.core.asking import Asking
from alongside.core.codes import UnitService
from alongside.core.state import Episode, Incident, Unit
from alongside.core.transport.means import find_driver, means_of
from alongside.core.transport.riding import open_ride
from alongside.core.travel import Mode
from alongside.server.dispatch.actions import Action, action
from alongside.server.site.rides import rides_of
from alongside.server.site.rows import Row, View

SHOWN = 3


def transport_of(view: View, asking: Asking, incident: Incident, episode: Episode) -> Row:
    """Rows of the panel; ``send`` are the nearest free crews of the wanted kind."""
    wanted = open_ride(asking, episode)
    is_open = wanted is not None and wanted.is_wanted and find_driver(view.board, wanted) is None
    told = rides_of(view.board, view.names, episode)
    return {**told, "send": _nearest(view, asking, incident, wanted.means) if wanted and is_open else [], "unsent": is_open}


def _nearest(view: View, asking: Asking, incident: Incident, means: str) -> list[Action]:
    """Free crews of that kind, the shortest drive first; where nobody knows where they are, last."""
    free = [unit for unit in view.board.units if _is_free(unit) and means_of(unit) == means]
    drives = {unit.id: _drive_ms(asking, incident, unit) for unit in free}
    first = sorted(free, key=lambda unit: (drives[unit.id] is None, drives[unit.id] or 0))[:SHOWN]
    return [action("AssignUnit", _named(unit, drives[unit.id]), incident=incident.id, unit=unit.id) for unit in first]


def _is_free(unit: Unit) -> bool:
    return unit.service is UnitService.IN_SERVICE and not unit.assignments and bool(unit.members)


def _drive_ms(asking: Asking, incident: Incident, unit: Unit) -> int | None:
    if incident.spot is None or unit.spot is None:
        return None
    return asking.travel.drive_ms([unit.spot], incident.spot, Mode.NORMAL)[0]


def _named(unit: Unit, drive_ms: int | None) -> str:
    return unit.call_sign if drive_ms is None else f"{unit.call_sign} · {max(1, round(drive_ms / 60_000))} min"
