"""Crews: acknowledge, drive, stage for police where they must, arrive, meet the person, and clear."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch.requests import ReportStatus
from alongside.core.state import Assignment, Incident, Unit
from alongside.core.travel import Mode, Spot
from alongside.twin.people.driving import Drives
from alongside.twin.people.from_history import attend
from alongside.twin.people.on_scene import meet, talk
from alongside.twin.people.scene import Scene
from alongside.twin.people.taking_along import hand_over
from alongside.twin.planning import columns as c

THERE = frozenset({A.ON_SCENE, A.WITH_PERSON, A.TRANSPORTING, A.AT_PLACE})


def work(scene: Scene, drives: Drives, unit: Unit) -> None:
    """The next thing this crew does on each of its assignments; it drives and meets on one at a time."""
    if not scene.acts(unit.id):
        return
    for id in unit.assignments:
        assignment = scene.board.assignments.find(id)
        incident = scene.board.incidents.find(assignment.incident) if assignment else None
        if assignment is not None and incident is not None and (id == unit.primary or assignment.status is A.ASSIGNED):
            _work_on(scene, drives, unit, assignment, incident)


def _work_on(scene: Scene, drives: Drives, unit: Unit, one: Assignment, incident: Incident) -> None:
    if scene.history is not None and (one.status is A.ON_SCENE or (one.status is A.ACKNOWLEDGED and is_remote(scene, unit))):
        attend(scene, unit, one, incident)
    elif one.status is A.ASSIGNED:
        _acknowledge(scene, unit, one, incident)
    elif one.status is A.ACKNOWLEDGED:
        _set_out(scene, unit, one, incident)
    elif one.status is A.ENROUTE:
        _arrive(scene, drives, unit, one, incident)
    elif one.status is A.STAGED:
        _leave_staging(scene, unit, one, incident)
    elif one.status is A.ON_SCENE:
        meet(scene, unit, one, incident)
    elif one.status is A.WITH_PERSON:
        talk(scene, unit, one, incident)
    elif one.status is A.TRANSPORTING:
        _reach_place(scene, drives, unit, one, incident)
    elif one.status is A.AT_PLACE:
        hand_over(scene, unit, one, incident)


def report(scene: Scene, unit: Unit, one: Assignment, status: A, spot: Spot | None = None, place: str = "", reason: str = "") -> None:
    """The crew presses one button."""
    scene.ask(
        ReportStatus, scene.crew(unit), f"{one.id}:{status}", assignment=one.id, status=status, spot=spot, place=place, reason=reason,
        episodes=(),
    )  # fmt: skip


def _acknowledge(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    if scene.happens("missed_page", one.id):  # planning knows no missed pages
        is_time = scene.since(one.times[A.ASSIGNED], "acknowledge_late", one.id)
    else:
        is_time = scene.now >= one.times[A.ASSIGNED] + scene.rows.by_turn(incident, one.id, c.ACKNOWLEDGE)
    if is_time:
        report(scene, unit, one, A.ACKNOWLEDGED)


def _set_out(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    remote = is_remote(scene, unit)
    if scene.now < one.times[A.ACKNOWLEDGED] + scene.rows.by_turn(incident, one.id, c.CONTACT if remote else c.TURNOUT):
        return
    if remote:
        report(scene, unit, one, A.WITH_PERSON)
    else:
        report(scene, unit, one, A.ENROUTE, spot=scene.where.get(unit.id, unit.spot))


def _arrive(scene: Scene, drives: Drives, unit: Unit, one: Assignment, incident: Incident) -> None:
    """At the end of the drive. Where nobody knows the place, the crew finds the person by the caller's words."""
    left_at, goal = one.times[A.ENROUTE], drives.goal(scene.board, one)
    if goal is None or unit.spot is None:
        if scene.now >= left_at + scene.minutes_ms("second_unit", one.id):
            report(scene, unit, one, A.ON_SCENE, spot=unit.spot)
    elif scene.now >= left_at + drives.takes_ms(unit.spot, goal, drives.mode_of(unit), scene.rows.pace(scene.board, one)):
        report(scene, unit, one, A.STAGED if must_stage(scene, unit, incident) else A.ON_SCENE, spot=goal)


def must_stage(scene: Scene, unit: Unit, incident: Incident) -> bool:
    """A clinician who meets an officer waits for one; others wait where police are required and none has come."""
    if "police" in unit.capabilities:
        return False
    kind = scene.rules.program.crews.get(unit.acts_as)
    is_wanted = any(one.code == "police" for one in incident.requirements) or (kind is not None and kind.meets_police)
    return is_wanted and not any("police" in other.capabilities for other in list_there(scene, incident))


def list_there(scene: Scene, incident: Incident) -> list[Unit]:
    """The units on scene."""
    found = (scene.board.assignments.find(id) for id in incident.assignments)
    units = (scene.board.units.find(one.unit) for one in found if one is not None and one.status in THERE)
    return [unit for unit in units if unit is not None]


def _leave_staging(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    if not must_stage(scene, unit, incident):
        report(scene, unit, one, A.ON_SCENE)
    elif scene.now >= one.times[A.STAGED] + scene.minutes_ms("give_up_staged", one.id) or _is_over(scene, incident):
        report(scene, unit, one, A.CLEARED, reason="no_officer_came")


def _is_over(scene: Scene, incident: Incident) -> bool:
    people = [scene.board.episodes.find(id) for id in incident.episodes]
    return all(one is None or one.disposition is not None or one.ended is not None for one in people)


def _reach_place(scene: Scene, drives: Drives, unit: Unit, one: Assignment, incident: Incident) -> None:
    goal = drives.goal(scene.board, one)
    pace, left_at = scene.rows.pace(scene.board, one), one.times[A.TRANSPORTING]
    if goal is None or unit.spot is None or scene.now >= left_at + drives.takes_ms(unit.spot, goal, Mode.NORMAL, pace):
        report(scene, unit, one, A.AT_PLACE, spot=goal)


def is_remote(scene: Scene, unit: Unit) -> bool:
    """Whether this crew works by phone or video."""
    kind = scene.rules.program.crews.get(unit.acts_as)
    return kind is not None and kind.remote
