"""A need kept for a later time: by appointment, when somebody is home again, when the right team comes on duty."""

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus, Level, PartyKind
from alongside.core.fact import Fact, area_stream, episode_stream
from alongside.core.intake import facts as f
from alongside.core.intake import requests as r
from alongside.core.intake.queue import is_worked, level_of, wait_until
from alongside.core.life import INCIDENT, must_follow
from alongside.core.promise import facts as promise
from alongside.core.promise.decide import speak_by
from alongside.core.refused import Refused
from alongside.core.state import Incident

FURTHEST_MS = 30 * 86_400_000


def keep_for_later(asking: Asking, request: r.KeepForLater) -> tuple[Fact, ...]:
    """Off the queue until then. Whoever has the people keeps them; a desk may be silent until then, and not a moment longer."""
    incident = asking.incident(request.incident)
    must_follow(INCIDENT, incident.status, IncidentStatus.SCHEDULED, "incident")
    if is_worked(asking, incident):
        raise Refused("later_has_units", number=incident.number)
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    if _is_urgent(incident) and asking.by.role not in asking.rules.program.lower_by | {"system"}:
        raise Refused("later_too_urgent", number=incident.number)
    if request.until <= asking.now:
        raise Refused("schedule_in_past", scheduled_for=request.until)
    if request.until > asking.now + FURTHEST_MS:
        raise Refused("schedule_too_far", scheduled_for=request.until, days=FURTHEST_MS // 86_400_000)
    kept = f.KeptForLater(area_stream(incident.area), asking.at, incident.id, request.until, request.reason)
    return (kept, *heard_at(asking, incident, request.until))


def _is_urgent(incident: Incident) -> bool:
    """What may not wait on one person's word: whoever may lower a level decides that it waits all the same."""
    return bool(incident.hard_stops) or (incident.level or Level.NOT_BEHAVIOURAL) >= Level.URGENT


def fetched_back(asking: Asking, incident: Incident) -> tuple[Fact, ...]:
    """Before its time: whoever may have been silent until then is answerable from now. Nothing for what was not kept for later."""
    return heard_at(asking, incident, asking.now) if incident.status is IncidentStatus.SCHEDULED else ()


def heard_at(asking: Asking, incident: Incident, when: int) -> tuple[Fact, ...]:
    """The silence of the desks that have its people counts from then (ms UTC)."""
    people = (asking.episode(id) for id in incident.episodes)
    at_desks = [one for one in people if one.responsible is not None and one.responsible.kind is PartyKind.POSITION]
    return tuple(
        promise.SignGiven(episode_stream(one.id), asking.at, one.id, incident.id, one.responsible, speak_by(asking, one.responsible, when))
        for one in at_desks
        if one.responsible is not None
    )


def schedule_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """What was reserved for later is due now."""
    incident = asking.incident(subject)
    waits = wait_until(asking, level_of(asking, incident), asking.now)
    return (f.IncidentOpened(area_stream(incident.area), asking.now, subject, "scheduled", waits),)
