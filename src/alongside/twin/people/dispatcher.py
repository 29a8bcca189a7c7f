"""Dispatchers: send what is recommended, sometimes another choice and say why, and leave to a person what a person took."""

from alongside.core.codes import Level
from alongside.core.dispatch.facts import Option
from alongside.core.dispatch.recommend import recommend
from alongside.core.dispatch.requests import AssignUnit, ExplainChoice
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Assignment, Incident
from alongside.twin.people.call_taker import wants_partner
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns as c

UNASSESSED_MS = 150_000  # an unassessed need is sent to after this long
PARTNER_MS = 300_000  # how long a warm transfer may take before a team is sent after all
LEFT_TO_PEOPLE_MS = 120_000
LOOK_AGAIN_MS = 30_000
REASONS = ("nearer_in_fact", "knows_the_person", "language", "crew_asked", "workload")


def send_teams(scene: Scene, incident: Incident) -> None:
    """Look at one open incident: somebody is to be sent, or something its requirements ask for is still missing."""
    if not _is_due(scene, incident):
        return
    position = _who_sends(scene, incident)
    if not position or scene.now < scene.memory.looked_at.get(incident.id, 0) + LOOK_AGAIN_MS:
        return
    scene.memory.looked_at[incident.id] = scene.now
    advice = recommend(scene.board, incident, scene.rules, scene.travel, scene.now, scene.where)
    lead = [option for option in advice.options if not option.also and option.unit not in scene.sent]
    working = list_working(scene, incident)
    if not working and lead:
        _send(scene, incident, position, _choose(scene, incident, lead))
    if working or lead:
        for option in advice.options:
            if option.also and option.unit not in scene.sent:
                _send(scene, incident, position, option)


def _is_due(scene: Scene, incident: Incident) -> bool:
    if incident.level is Level.NOT_BEHAVIOURAL or _is_settled(scene, incident):
        return False
    if incident.level is None:
        return scene.now >= incident.taken_at + UNASSESSED_MS
    determined = incident.determined_at or incident.taken_at
    if wants_partner(scene, incident) and scene.now < determined + PARTNER_MS:
        return False
    if any(_is_with_partner(scene, id) for id in incident.episodes):
        return False
    return scene.now >= determined + scene.rows.drawn(incident, c.READY)


def _is_with_partner(scene: Scene, episode: str) -> bool:
    found = scene.board.episodes.find(episode)
    return found is not None and found.responsible is not None and found.responsible.kind == "partner"


def _is_settled(scene: Scene, incident: Incident) -> bool:
    """Everybody's outcome is known."""
    people = [scene.board.episodes.find(id) for id in incident.episodes]
    return all(one is None or one.disposition is not None or one.ended is not None for one in people)


def _who_sends(scene: Scene, incident: Incident) -> str:
    """The desk that sends. What a person at a desk took, or could send, is left to them for its limit and two minutes."""
    own = scene.find_desk("dispatcher")
    if own and scene.acts(incident.position):
        return own
    if scene.now < _limit(scene, incident) + LEFT_TO_PEOPLE_MS:
        return ""
    return own or scene.find_desk("supervisor", "call_taker")


def _limit(scene: Scene, incident: Incident) -> int:
    level = incident.level if incident.level is not None else scene.rules.program.unassessed_as
    plan = scene.rules.program.levels.get(level)
    return incident.taken_at + (plan.assign_within_ms if plan else 0)


def list_working(scene: Scene, incident: Incident) -> list[Assignment]:
    """The assignments of an incident that are not over."""
    found = (scene.board.assignments.find(id) for id in incident.assignments)
    return [one for one in found if one is not None and one.status not in ASSIGNMENT_ENDS]


def _choose(scene: Scene, incident: Incident, options: list[Option]) -> Option:
    """Mostly the first; now and then a dispatcher knows better, among those that are free."""
    turn = len(incident.assignments)
    free = [option for option in options[1:4] if not _leaves(option)]
    if free and scene.happens("other_choice", incident.id, turn):
        return free[int(scene.dice.uniform(incident.id, "which other", turn) * len(free))]
    return options[0]


def _leaves(option: Option) -> str:
    """The assignment a unit would leave to come here, or ""."""
    found = (dict(one.parameters).get("assignment", "") for one in option.reasons if one.code == "would_leave")
    return next(found, "")


def _send(scene: Scene, incident: Incident, position: str, option: Option) -> None:
    leaving = _leaves(option)
    if leaving and (incident.level is None or incident.level < Level.URGENT):
        return
    spots = tuple((unit, spot.lat, spot.lon) for unit, spot in sorted(scene.where.items()))
    subject = f"{incident.id}:{option.unit}:{len(incident.assignments)}"
    assignment = scene.dice.name(subject, "assignment", scene.now)
    if scene.ask(
        AssignUnit,
        scene.desk(position),
        subject,
        assignment=assignment,
        incident=incident.id,
        unit=option.unit,
        positions=spots,
        leaving=leaving,
    ):
        scene.sent.add(option.unit)


def explain_choices(scene: Scene, incident: Incident) -> None:
    """The one-key reason after another choice than the first."""
    for assignment in list_working(scene, incident):
        sent_at = min(assignment.times.values(), default=scene.now)
        if assignment.rank in (0, 1) or assignment.other_choice or assignment.id != incident.assignments[0]:
            continue
        position = scene.find_desk("dispatcher", "supervisor")
        if position and scene.since(sent_at, "explain", assignment.id):
            reason = scene.dice.pick(REASONS, assignment.id, "reason")
            scene.ask(ExplainChoice, scene.desk(position), assignment.id, assignment=assignment.id, reason=reason)
