"""At the scene of a day that really was: only what the record states; how long it took is modelled, nothing else is made up."""

from typing import NamedTuple

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, EndReason
from alongside.core.dispatch.requests import ReportStatus
from alongside.core.field.requests import RecordDisposition
from alongside.core.promise.requests import EndEpisode
from alongside.core.state import Assignment, Incident, Unit
from alongside.twin.people.scene import Scene

RECORD_ENDS = "record_ends"


class Outcome(NamedTuple):
    """What a history states of one call: a disposition of ours where its own says one, and the agency that had the call."""

    disposition: Disposition | None
    agency: str


def attend(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """Stay for a modelled time, write down what the record states, and leave. No contact is claimed, so no care is taken over."""
    since = one.times.get(A.ON_SCENE) or one.times.get(A.ACKNOWLEDGED, scene.now)
    kind = "on_scene_engaged" if A.ON_SCENE in one.times else "by_phone"
    if scene.now < since + scene.minutes_ms(kind, incident.id):
        return
    outcome = (scene.history or {}).get(incident.id)
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if outcome and outcome.disposition and episode is not None and episode.responsible is not None and episode.disposition is None:
            _record(scene, unit, id, outcome)
    scene.ask(ReportStatus, scene.crew(unit), f"{one.id}:{A.CLEARED}", assignment=one.id, status=A.CLEARED, reason=RECORD_ENDS)


def _record(scene: Scene, unit: Unit, episode: str, outcome: Outcome) -> None:
    assert outcome.disposition is not None
    by = scene.crew(unit)
    scene.ask(RecordDisposition, by, episode, episode=episode, disposition=outcome.disposition, agency=outcome.agency)


def is_attended(scene: Scene, incident: Incident) -> bool:
    """Whether this is a call of a history whose crews have come and gone: nobody is sent again."""
    return scene.history is not None and incident.id in scene.history and bool(incident.assignments)


def end_where_record_ends(scene: Scene, incident: Incident) -> None:
    """The history says no more: care is with the agency that had the call, by name."""
    desk = scene.find_desk("supervisor", "dispatcher")
    for id in incident.episodes:
        episode = scene.board.episodes.find(id)
        if desk and episode is not None and episode.responsible is not None:
            agency = (scene.history or {})[incident.id].agency
            scene.ask(EndEpisode, scene.desk(desk), id, episode=id, reason=EndReason.TAKEN_OVER, signed_by="", agency=agency)
