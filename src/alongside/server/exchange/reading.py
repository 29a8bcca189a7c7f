"""What machines read: codes only, as the board stands; words are never given to machines here."""

from datetime import UTC, datetime
from typing import Any

from alongside.core.party import Actor
from alongside.server.site.coded import word
from alongside.server.site.feed.frames import list_incidents
from alongside.server.site.row_incident import incident_row
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row
from alongside.server.site.whole import whole_board


def read_open(actor: Actor) -> dict[str, Any]:
    """Open incidents, with the position of the feed they stand for."""
    seen = whole_board(actor)
    rows = [row for id in list_incidents(seen.view.board) if (row := incident_row(seen.view, id))]
    return {"position": seen.position, "now": seen.now, "incidents": rows}


def find_incident(actor: Actor, id: str) -> Row | None:
    """One incident, or None."""
    return incident_row(whole_board(actor).view, id)


def read_units(actor: Actor) -> list[Row]:
    """Every unit that was ever on duty."""
    view = whole_board(actor).view
    return [row for unit in view.board.units if (row := unit_row(view, unit.id))]


def read_capacity(actor: Actor) -> list[Row]:
    """Services that have said what is free, each as HSDS 3.1 ``service_capacity``; one that never said is not there to be believed."""
    view = whole_board(actor).view
    return [
        {
            "id": f"{place.id}:{service.id}",
            "service_id": f"{place.id}:{service.id}",
            "unit": {"id": service.kind, "name": word("service", service.id)},
            "available": place.free.get(service.id),
            "maximum": service.capacity,
            "description": word("diverting", "yes") if place.diverting else "",
            "updated": datetime.fromtimestamp(told / 1000, UTC).isoformat(timespec="seconds"),
        }
        for facility in view.rules.facilities.values()
        for service in facility.services
        if (place := view.board.places.find(facility.id)) and (told := place.updated_at.get(service.id))
    ]


def read_positions(actor: Actor) -> dict[str, Any]:
    """The latest position of each unit."""
    heard = whole_board(actor).heard
    return {"positions": [{"unit": one.unit, "spot": [one.lat / 1e6, one.lon / 1e6], "at": one.at} for one in heard]}
