"""Whose turn it is: one look at an incident, and one at everybody somebody is responsible for."""

from alongside.core.codes import IncidentStatus, PartyKind
from alongside.twin.people import afterwards, call_taker, dispatcher, from_history, on_scene, places
from alongside.twin.people.scene import Scene


def work_incident(scene: Scene, id: str) -> None:
    """Call-taker, dispatcher, supervisor and crews look at one incident."""
    incident = scene.board.incidents.find(id)
    if incident is None or incident.status is not IncidentStatus.OPEN:
        return
    call_taker.work_call(scene, incident)
    working = dispatcher.list_working(scene, incident)
    if not from_history.is_attended(scene, incident):
        dispatcher.send_teams(scene, incident)
    elif not working:
        from_history.end_where_record_ends(scene, incident)
    dispatcher.explain_choices(scene, incident)
    afterwards.supervise(scene, incident)
    if not working:
        call_taker.close_done(scene, incident)
    for assignment in working:
        unit = scene.board.units.find(assignment.unit)
        if unit is not None and scene.acts(unit.id):
            on_scene.answer_offers(scene, unit, incident)


def work_episodes(scene: Scene, looks_back: bool) -> None:
    """Partners and facilities act at once; who is silent, due or unsigned is looked at when ``looks_back``."""
    for episode in scene.list_open_episodes():
        kind = episode.responsible.kind if episode.responsible else None
        if kind is PartyKind.PARTNER:
            places.talk_at_partner(scene, episode)
        elif kind is PartyKind.FACILITY:
            places.release(scene, episode)
        places.answer_partner_offer(scene, episode)
        if looks_back:
            afterwards.speak_up(scene, episode)
            afterwards.follow_up(scene, episode)
            afterwards.end_what_waits(scene, episode)
