"""Call-takers: pick up, hear where, ask the protocol's questions as the caller answers them, offer routine callers a warm transfer."""

from alongside.core.codes import Disposition, EndReason, IncidentStatus, Level, OfferStatus, PartyKind
from alongside.core.field.requests import RecordDisposition
from alongside.core.intake.requests import (
    AnswerProtocol,
    CloseIncident,
    FindPlace,
    LinkIncidents,
    ReportWeapon,
    SetLevel,
    TakeCall,
)
from alongside.core.party import Actor, Party
from alongside.core.promise.requests import EndEpisode, OfferTransfer
from alongside.core.state import Incident
from alongside.twin.engine.asking import BY_HAND
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns as c
from alongside.twin.world.call import Call


def pick_up(scene: Scene, call: Call) -> None:
    """The first ring at a desk that answers this origin."""
    takes = min(scene.seconds_ms("first_ring_to_taken", call.id), call.drawn[c.TRIAGE] // 2)  # a part of the time until it is assessed
    if call.id in scene.board.incidents or scene.now < call.rings_at + takes:
        return
    position = _desk_for(scene, call)
    if not position:
        return
    episode = scene.dice.name(call.id, "episode")
    scene.ask(
        TakeCall, scene.desk(position), call.id, dict(call.texts), incident=call.id, episodes=(episode,), area=scene.rules.program.area,
        origin=call.origin, position=position, first_ring_at=call.rings_at, language=call.language, callback_known=call.callback_known,
        spot=call.spot if call.place_known else None, uncertainty_m=call.uncertainty_m if call.place_known else 0,
        minors=(episode,) if call.minor else (),
    )  # fmt: skip


def _desk_for(scene: Scene, call: Call) -> str:
    """A staffed desk for this origin; where a person sits at it, another call-taker's or the dispatcher's."""
    for desk in scene.rules.program.desks:
        found = scene.board.positions.find(desk.id)
        if call.origin in desk.origins and found is not None and found.staff and scene.acts(desk.id):
            return desk.id
    return scene.find_desk("call_taker", "clinician_line", "dispatcher", "supervisor")


def work_call(scene: Scene, incident: Incident) -> None:
    """What the desk does with a call the city made, until somebody is sent."""
    call = scene.rows.find_call(incident.id, incident.first_ring_at)
    if call is None or not scene.acts(incident.position) or incident.status is not IncidentStatus.OPEN:
        return
    by = scene.desk(incident.position)
    if incident.spot is None and scene.since(incident.taken_at, "place_found", incident.id):
        scene.ask(FindPlace, by, incident.id, incident=incident.id, spot=call.spot, how="grid_address", uncertainty_m=call.uncertainty_m)
    if call.repeats and _link(scene, incident, call, by):
        return
    _ask_questions(scene, incident, call, by)
    _ask_about_weapon(scene, incident, by)
    if incident.level is not None:
        _end_by_phone(scene, incident, by)


def _ask_about_weapon(scene: Scene, incident: Incident, by: Actor) -> None:
    """Asked again before the crew arrives; half of those who did not know have looked by then and deny it."""
    since = incident.weapon_question_at
    if since is None or not scene.since(since, "weapon_asked_again", incident.id):
        return
    state = scene.dice.pick(("denied", "unknown"), incident.id, "weapon asked again")
    about = f"{incident.id}:weapon:{since}"
    scene.ask(ReportWeapon, by, about, incident=incident.id, weapon="unknown", place="unknown", state=state, source="caller")


def _ask_questions(scene: Scene, incident: Incident, call: Call, by: Actor) -> None:
    """First what is critical, then the rest; what was answered stays answered."""
    questions = scene.rules.protocols[scene.rules.program.protocol]
    critical = {question.id for question in questions.questions if question.critical}
    first = tuple((name, answer) for name, answer in call.answers if name in critical) or call.answers
    if not call.answers:
        if incident.level is None and scene.now >= incident.first_ring_at + call.drawn[c.TRIAGE]:
            scene.ask(SetLevel, by, incident.id, incident=incident.id, level=Level(call.level), reason=BY_HAND)
    elif not incident.answers:
        if scene.now >= incident.first_ring_at + call.drawn[c.TRIAGE]:
            scene.ask(AnswerProtocol, by, f"{incident.id}:1", incident=incident.id, protocol=questions.id, answers=first)
    elif len(incident.answers) < len(call.answers) and scene.since(incident.taken_at, "all_answers", incident.id):
        scene.ask(AnswerProtocol, by, f"{incident.id}:2", incident=incident.id, protocol=questions.id, answers=call.answers)


def _end_by_phone(scene: Scene, incident: Incident, by: Actor) -> None:
    """Nothing behavioural ends here; some routine callers are handed over to the crisis line while everybody stays on."""
    determined = incident.determined_at or scene.now
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if episode is None or episode.responsible != Party(PartyKind.POSITION, incident.position) or episode.disposition is not None:
            continue
        if incident.level is Level.NOT_BEHAVIOURAL and scene.since(determined, "close", incident.id):
            scene.ask(RecordDisposition, by, id, episode=id, disposition=Disposition.NOT_BEHAVIOURAL)
        elif episode.offer.status is OfferStatus.NONE and wants_partner(scene, incident) and scene.since(determined, "desk_answer", id):
            partner = Party(PartyKind.PARTNER, scene.rules.program.partners[0].id)
            scene.ask(OfferTransfer, by, id, episode=id, to=partner)


def wants_partner(scene: Scene, incident: Incident) -> bool:
    """Whether this routine caller is one to hand over: reachable, placed, nothing else required, nobody sent, not yet come back."""
    if not scene.rules.program.partners or incident.level is not Level.ROUTINE or incident.assignments:
        return False
    came_back = any(("ReturnTransfer", id) in scene.memory.asked for id in incident.episodes)
    is_plain = not incident.requirements and incident.callback_known and incident.spot is not None and not came_back
    return is_plain and scene.happens("warm_transfer", incident.id)


def _link(scene: Scene, incident: Incident, call: Call, by: Actor) -> bool:
    """A second caller about the same person: a person at the desk links the two, and this one ends as a duplicate."""
    other = scene.board.incidents.find(call.repeats)
    if other is None or not _is_in_care(scene, other) or not scene.since(incident.taken_at, "critical_answers", incident.id):
        return False
    if other.id not in incident.links:
        return scene.ask(LinkIncidents, by, incident.id, incident=incident.id, other=other.id, basis=("near", "same_half_hour"))
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if episode is not None and episode.responsible is not None and not incident.assignments:
            scene.ask(EndEpisode, by, id, episode=id, reason=EndReason.DUPLICATE)
    return True


def _is_in_care(scene: Scene, incident: Incident) -> bool:
    """Somebody is responsible for a person of it: only then may another call about them end as a duplicate."""
    found = (scene.board.episodes.find(id) for id in incident.episodes)
    return any(one is not None and one.responsible is not None for one in found)


def close_done(scene: Scene, incident: Incident) -> None:
    """Close what nobody works any more: everybody's outcome is known and no unit is on it."""
    people = [scene.board.episodes.find(id) for id in incident.episodes]
    if any(one is not None and one.disposition is None and one.ended is None for one in people):
        return
    ended = max((one.ended_at or one.disposition_at or 0 for one in people if one is not None), default=0)
    desk = incident.position if scene.acts(incident.position) else scene.find_desk("dispatcher", "supervisor")
    if desk and scene.since(ended, "close", incident.id):
        scene.ask(CloseIncident, scene.desk(desk), incident.id, incident=incident.id)
