"""A need that waits for somebody to be sent: until when, and that it waits again when nobody works it any more."""

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind, IncidentStatus, Level, PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.promise.facts import ClockMoved
from alongside.core.state import Incident


def wait_until(asking: Asking, level: Level, since: int) -> int | None:
    """When a need of this level, waiting since then, has waited too long; None where the program sends nobody for it."""
    plan = asking.rules.program.levels.get(level)
    return None if plan is None else max(asking.now, since + plan.assign_within_ms)


def assign_by(asking: Asking, incident: Incident, level: Level) -> int | None:
    """When an unassigned need of this level becomes an alarm; None where it is kept for later or nobody is sent for it."""
    return wait_until(asking, level, incident.waiting_since) if incident.status is IncidentStatus.OPEN else None


def waits_already(asking: Asking, incident: Incident) -> int | None:
    """Until when it waits now, for facts that change something else."""
    return asking.board.clocks.get((ClockKind.UNASSIGNED, incident.id))


def level_of(asking: Asking, incident: Incident) -> Level:
    """Its level, or what the program counts an unassessed need as."""
    return incident.level if incident.level is not None else asking.rules.program.unassessed_as


def is_worked(asking: Asking, incident: Incident, without: str = "") -> bool:
    """Whether a unit works it, other than the assignment named."""
    return any(asking.assignment(id).status not in ASSIGNMENT_ENDS for id in incident.assignments if id != without)


def is_waiting(asking: Asking, incident: Incident) -> bool:
    """Whether a desk still has somebody here whose outcome nobody knows."""
    people = [asking.episode(id) for id in incident.episodes]
    return any(one.responsible is not None and one.responsible.kind is PartyKind.POSITION and one.disposition is None for one in people)


def back_in_queue(asking: Asking, incident: Incident, without: str) -> tuple[Fact, ...]:
    """The last unit is gone and somebody still waits: the alarm runs again, after a moment to send another."""
    within = wait_until(asking, level_of(asking, incident), incident.waiting_since)
    is_back = incident.status is IncidentStatus.OPEN and not is_worked(asking, incident, without) and is_waiting(asking, incident)
    if within is None or not is_back:
        return ()
    due = max(within, asking.now + asking.rules.clocks.page_ms)
    return (ClockMoved(area_stream(incident.area), asking.at, ClockKind.UNASSIGNED, incident.id, due),)


def waiting_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody was sent in time; raised again every five minutes. While a crisis line has the person, it is only looked at again."""
    incident = asking.incident(subject)
    stream, again = area_stream(incident.area), asking.now + asking.rules.clocks.silence_again_ms
    if not is_waiting(asking, incident):
        return (ClockMoved(stream, asking.now, ClockKind.UNASSIGNED, subject, again),)
    return (f.NeedWaiting(stream, asking.now, subject, level_of(asking, incident), incident.waiting_since, again),)
