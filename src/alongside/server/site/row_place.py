"""Desks, facilities, reservations and follow-ups as rows."""

from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.core.state import Place
from alongside.server.site.rows import Row, View, degrees


def desk_row(view: View, id: str) -> Row | None:
    """A desk of the program, staffed or not."""
    position = view.board.positions.find(id)
    desk = next((one for one in view.rules.program.desks if one.id == id), None)
    if position is None and desk is None:
        return None
    return {
        "id": id,
        "duty": desk.duty if desk else position.duty if position else "",
        "label": view.names.label(f"desk.{id}", view.language) if desk else id,
        "staff": position.staff if position else "",
        "name": view.names.person(position.staff) if position and position.staff else "",
        "since": position.since if position else None,
        "responsible_for": len(view.board.list_charges(Party(PartyKind.POSITION, id))),
    }


def place_row(view: View, id: str) -> Row | None:
    """A facility: what is free as of when, who is coming and who is there."""
    facility = view.rules.facilities.get(id)
    if facility is None:
        return None
    place = view.board.places.find(id) or Place(id=id)
    return {
        "id": id,
        "label": facility.label,
        "kind": facility.kind,
        "spot": degrees(facility.spot),
        "may_decline": facility.may_decline,
        "diverting": place.diverting,
        "services": [
            {"id": one.id, "capacity": one.capacity, "free": place.free.get(one.id), "updated_at": place.updated_at.get(one.id)}
            for one in facility.services
        ],
        "coming": [row for reservation in place.coming if (row := reservation_row(view, reservation))],
        "here": list(view.board.list_charges(Party(PartyKind.FACILITY, id))),
    }


def reservation_row(view: View, id: str) -> Row | None:
    """One reservation."""
    one = view.board.reservations.find(id)
    if one is None:
        return None
    episode = view.board.episodes.find(one.episode)
    incident = view.board.incidents.find(episode.incident) if episode else None
    return {
        "id": one.id,
        "service": one.service,
        "episode": one.episode,
        "incident": incident.id if incident else "",
        "number": incident.number if incident else 0,
        "status": one.status,
        "at": one.at,
        "until": one.until,
        "reason": one.reason,
    }


def follow_up_row(view: View, id: str) -> Row | None:
    """One promise to reach a person again."""
    one = view.board.follow_ups.find(id)
    episode = view.board.episodes.find(one.episode) if one else None
    incident = view.board.incidents.find(episode.incident) if episode else None
    if one is None or incident is None:
        return None
    return {
        "id": one.id,
        "episode": one.episode,
        "incident": incident.id,
        "number": incident.number,
        "owner": view.names.party(view.board, one.owner, view.language) if one.owner else "",
        "due_at": one.due_at,
        "next_at": one.next_at,
        "status": one.status,
        "attempts": one.attempts,
        "overdue": one.overdue,
    }
