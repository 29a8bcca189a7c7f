"""What a unit's coming and going does to the need: it opens, closes, or waits in the queue again."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, IncidentStatus, PartyKind
from alongside.core.fact import Fact, area_stream, episode_stream
from alongside.core.field.leads import propose
from alongside.core.intake.facts import IncidentClosed, IncidentOpened
from alongside.core.intake.later import fetched_back
from alongside.core.intake.queue import back_in_queue, is_worked
from alongside.core.intake.weapon import plan_question
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.party import Party
from alongside.core.promise.facts import TransferWithdrawn
from alongside.core.state import Assignment, Incident, Unit


def coming(asking: Asking, incident: Incident, unit: Unit, drive_ms: int | None) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What holds before the unit is sent, and what must be known before it arrives."""
    return _opened(asking, incident), plan_question(asking, incident, unit, drive_ms)


def moved_on(asking: Asking, incident: Incident, assignment: Assignment, status: AssignmentStatus) -> tuple[Fact, ...]:
    """What this step does to who leads on scene and, where it is the last, to the need."""
    leads = propose(asking, incident, assignment.id, status)
    if status is AssignmentStatus.CLEARED:
        return (*leads, *cleared(asking, incident, assignment))
    return (*leads, *gone(asking, incident, assignment)) if status in ASSIGNMENT_ENDS else leads


def _opened(asking: Asking, incident: Incident) -> tuple[Fact, ...]:
    """Somebody sent before its time opens what was reserved for later."""
    if incident.status is not IncidentStatus.SCHEDULED:
        return ()
    opened = IncidentOpened(area_stream(incident.area), asking.at, incident.id, "unit_sent")
    return (opened, *fetched_back(asking, incident))


def gone(asking: Asking, incident: Incident, assignment: Assignment) -> tuple[Fact, ...]:
    """The unit left without closing: offers to it are taken back, and the last one gone puts the need back in the queue."""
    return (*_offers_to(asking, incident, Party(PartyKind.CREW, assignment.unit)), *back_in_queue(asking, incident, assignment.id))


def cleared(asking: Asking, incident: Incident, assignment: Assignment) -> tuple[Fact, ...]:
    """The last unit clears and every person's outcome is known: the incident closes by itself; else it waits again."""
    people = (asking.episode(id) for id in incident.episodes)
    is_open = incident.status is not IncidentStatus.OPEN or is_worked(asking, incident, assignment.id)
    if is_open or any(one.disposition is None and one.ended is None for one in people):
        return gone(asking, incident, assignment)
    closed = IncidentClosed(area_stream(incident.area), asking.at, incident.id, "last_unit_cleared")
    return (*_offers_to(asking, incident, Party(PartyKind.CREW, assignment.unit)), closed)


def _offers_to(asking: Asking, incident: Incident, crew: Party) -> tuple[Fact, ...]:
    people = (asking.episode(id) for id in incident.episodes)
    return tuple(
        TransferWithdrawn(episode_stream(one.id), asking.at, one.id, incident.id, crew)
        for one in people
        if one.responsible is not None and one.offer.to == crew
    )
