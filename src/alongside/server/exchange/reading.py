"""What machines read: codes only, as the board stands; words are never given to machines here."""

from typing import Any

from alongside.server.site.deployment import get_deployment
from alongside.server.site.feed.frames import list_incidents
from alongside.server.site.row_incident import incident_row
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row


def read_open() -> dict[str, Any]:
    """Open incidents, with the position of the feed they stand for."""
    feed = get_deployment().feed
    view = feed.view("en")
    rows = [row for id in list_incidents(feed.board) if (row := incident_row(view, id))]
    return {"position": feed.audience("board").position, "now": feed.now(), "incidents": rows}


def find_incident(id: str) -> Row | None:
    """One incident, or None."""
    return incident_row(get_deployment().feed.view("en"), id)


def read_units() -> list[Row]:
    """Every unit that was ever on duty."""
    feed = get_deployment().feed
    view = feed.view("en")
    return [row for unit in feed.board.units if (row := unit_row(view, unit.id))]


def read_positions() -> dict[str, Any]:
    """The latest position of each unit."""
    heard = get_deployment().spots.all().values()
    return {"positions": [{"unit": one.unit, "spot": [one.lat / 1e6, one.lon / 1e6], "at": one.at} for one in heard]}
