"""One incident as a row."""

from alongside.core.codes import IncidentStatus, OfferStatus, PartyKind
from alongside.core.dispatch.still_unmet import still_unmet
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.rules import LevelPlan
from alongside.core.state import Episode, Incident
from alongside.server.site.rows import Row, View, degrees


def incident_row(view: View, id: str) -> Row | None:
    """The incident, or None where the board does not know it."""
    incident = view.board.incidents.find(id)
    if incident is None or not incident.number:
        return None
    return {**_need(view, incident), **_response(view, incident), **_times(view, incident)}


def _need(view: View, incident: Incident) -> Row:
    level = incident.level
    return {
        "id": incident.id,
        "number": incident.number,
        "status": incident.status,
        "origin": incident.origin,
        "level": level,
        "level_word": "" if level is None else view.names.label(f"level.{int(level)}", view.language),
        "rule": incident.level_rule,
        "lowering": incident.concurrence[2] if incident.concurrence else None,
        "lowering_by": incident.concurrence[0] if incident.concurrence else None,
        "requirements": [one.code for one in incident.requirements],
        "weapons": [{"weapon": weapon, "place": place, "state": state} for weapon, place, state, *_ in incident.weapons],
        "medical": [flag for flag, state, _ in incident.medical if state == "yes"],
        "hazards": incident.hazards,
        "police": incident.police,
        "spot": degrees(incident.spot),
        "uncertainty_m": incident.uncertainty_m,
        "beat": incident.beat,
        "language": incident.language,
        "callback_known": incident.callback_known,
        "persons": len(incident.episodes),
        "minors": sum(1 for one in _episodes(view, incident) if one.minor),
        "links": [{"id": link, "number": other.number} for link in incident.links if (other := view.board.incidents.find(link))],
    }


def _episodes(view: View, incident: Incident) -> list[Episode]:
    return [episode for id in incident.episodes if (episode := view.board.episodes.find(id))]


def _response(view: View, incident: Incident) -> Row:
    desk = view.board.positions.find(incident.position)
    return {
        "position": incident.position,
        "position_staff": view.names.person(desk.staff) if desk else "",
        "responsible": [_responsible(view, episode) for episode in _episodes(view, incident)],
        "unmet": still_unmet(view.board, incident),
        "assignments": incident.assignments,
    }


def _responsible(view: View, episode: Episode) -> Row:
    party, offer = episode.responsible, episode.offer
    return {
        "episode": episode.id,
        "kind": party.kind if party else None,
        "id": party.id if party else None,
        "label": view.names.party(view.board, party, view.language) if party else "",
        "since": episode.since,
        "silent_since": episode.silent_since,
        "offer": None if offer.status is OfferStatus.NONE or offer.to is None else _offer(view, episode),
        "ended": episode.ended,
        "disposition": episode.disposition,
        "reservation": episode.reservation,
        "minor": episode.minor,
    }


def _offer(view: View, episode: Episode) -> Row:
    to = episode.offer.to
    assert to is not None
    label = view.names.party(view.board, to, view.language)
    return {"status": episode.offer.status, "to": {"kind": to.kind, "id": to.id, "label": label}, "at": episode.offer.at}


def _times(view: View, incident: Incident) -> Row:
    start, plan = incident.determined_at or incident.taken_at, plan_of(view, incident)
    return {
        "taken_at": incident.taken_at,
        "first_ring_at": incident.first_ring_at,
        "determined_at": incident.determined_at,
        "waiting_since": incident.taken_at if is_waiting(view, incident) else None,
        "assign_by": start + plan.assign_within_ms if plan else None,
        "arrive_by": start + plan.arrive_within_ms if plan else None,
        "on_scene_at": incident.first_on_scene_at,
        "closed_at": incident.closed_at,
        "scheduled_for": incident.scheduled_for,
    }


def plan_of(view: View, incident: Incident) -> LevelPlan | None:
    """The level's limits; those of the level an unassessed need counts as."""
    level = view.rules.program.unassessed_as if incident.level is None else incident.level
    return view.rules.program.levels.get(level)


def is_waiting(view: View, incident: Incident) -> bool:
    """Whether the need is open, somebody still waits at a desk for an outcome, and nobody is there or on the way."""
    people = (view.board.episodes.find(id) for id in incident.episodes)
    at_desks = any(
        one is not None and one.disposition is None and one.responsible is not None and one.responsible.kind is not PartyKind.CREW
        for one in people
    )
    if incident.status is not IncidentStatus.OPEN or not at_desks:
        return False
    sent = (view.board.assignments.find(id) for id in incident.assignments)
    return not any(one is not None and one.status not in ASSIGNMENT_ENDS for one in sent)
