"""How changes and snapshots are written: one encoding for everybody of an audience."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from alongside.core.board import Board
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Incident
from alongside.server.site.feed.audience import OVERSEEN, Audience, Touched, touched_since
from alongside.server.site.feed.overseen import list_whole
from alongside.server.site.knowing import concerns
from alongside.server.site.row_incident import incident_row
from alongside.server.site.row_place import desk_row, follow_up_row, place_row
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row, View, rows_of

encode = msgspec.json.encode
MAKE: Mapping[str, Callable[[View, str], Row | None]] = {
    "incidents": incident_row,
    "units": unit_row,
    "desks": desk_row,
    "places": place_row,
    "follow_ups": follow_up_row,
}


def encode_frame(audience: Audience, after: int, view: View, now: int, late: tuple[Row, ...]) -> bytes:
    """The facts after a position and the rows they touched, as they are now. ``from`` is that position, so a reader sees it missed none."""
    entries = audience.since(after)
    touched = touched_since(entries)
    data = {
        "at": now,
        "from": after,
        "facts": [entry.kind for entry in entries],
        "touched": sorted(touched.incidents),
        **rows(view, audience, touched),
        "alarms": alarms(view, audience, now, late),
    }
    return b"id: %d\ndata: %s\n\n" % (audience.position, encode(data))


def rows(view: View, audience: Audience, touched: Touched) -> Row:
    """The rows an audience may see of what was touched; None for an incident it has nothing to do with any more."""
    told: Row = {name: rows_of(make, view, ids) for (name, make), ids in zip(MAKE.items(), touched, strict=True)}
    if seat := audience.seat:
        is_place = seat in view.rules.facilities  # its own page shows what is released to it: not where a call was, nor what weapons
        told["incidents"] = {id: row if not is_place and concerns(view.board, id, seat) else None for id, row in told["incidents"].items()}
        told["follow_ups"] = {id: row for id, row in told["follow_ups"].items() if row and concerns(view.board, row["incident"], seat)}
        told["units"] = {id: row for id, row in told["units"].items() if id in units_with(view.board, audience.seat)}
        told["places"] = {id: row for id, row in told["places"].items() if id == audience.seat}
        told["desks"] = {id: row for id, row in told["desks"].items() if id == audience.seat}
    return told


def snapshot(view: View, audience: Audience, now: int, late: tuple[Row, ...]) -> Row:
    """Everything an audience sees now, with the position to go on from."""
    board = view.board
    everything = Touched(
        frozenset(list_incidents(board)),
        frozenset(unit.id for unit in board.units),
        frozenset((*(desk.id for desk in view.rules.program.desks), *(one.id for one in board.positions))),
        frozenset(view.rules.facilities),
        frozenset(one.id for one in board.follow_ups if one.status in ("due", "taken")),
    )
    told = rows(view, audience, everything)
    return {name: {id: row for id, row in part.items() if row} for name, part in told.items()} | {
        "position": audience.position,
        "now": now,
        "alarms": alarms(view, audience, now, late),
    }


def list_incidents(board: Board) -> Iterable[str]:
    """Open ones, and those whose units are still at work or whose people somebody is still responsible for."""
    found = dict(board.open_incidents)
    for unit in board.units:
        found.update({sent.incident: None for id in unit.assignments if (sent := board.assignments.find(id))})
    for charges in board.charges.values():
        found.update({episode.incident: None for id in charges if (episode := board.episodes.find(id))})
    return found


def units_with(board: Board, seat: str) -> set[str]:
    """The unit itself and those on the same incidents."""
    unit = board.units.find(seat)
    sent = [one for id in unit.assignments if (one := board.assignments.find(id))] if unit else []
    there = [found for one in sent if (found := board.incidents.find(one.incident))]
    return {seat, *(id for incident in there for id in units_on(board, incident))}


def units_on(board: Board, incident: Incident) -> list[str]:
    """The units that work on an incident now."""
    sent = (board.assignments.find(id) for id in incident.assignments)
    return [one.unit for one in sent if one and one.status not in ASSIGNMENT_ENDS]


def alarms(view: View, audience: Audience, now: int, late: tuple[Row, ...]) -> list[Row]:
    """All of them for the board; for a seat those that concern it."""
    if not audience.seat:
        return list_whole(view, now, late, oversees=audience.key == OVERSEEN)
    seat = audience.seat
    found = list_whole(view, now)
    return [one for one in found if one["unit"] == seat or concerns(view.board, one["incident"], seat)]


def encode_positions(board: Board, audience: Audience, moved: Mapping[str, tuple[float, float, int]]) -> bytes:
    """Where units are now; nothing to tell gives no bytes."""
    if audience.seat:
        near = units_with(board, audience.seat)
        moved = {unit: at for unit, at in moved.items() if unit in near}
    return b"event: positions\ndata: %s\n\n" % encode(moved) if moved else b""
