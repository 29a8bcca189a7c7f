"""What happens on scene: help, police presence, notes, permissions, and what came of the meeting."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import DETAILS, ClockKind, Disposition, EndReason, UnitService
from alongside.core.fact import Fact, area_stream, episode_stream
from alongside.core.field import facts as f
from alongside.core.field import leads
from alongside.core.field import requests as r
from alongside.core.follow_up.due import list_due
from alongside.core.promise.decide import sign
from alongside.core.promise.ending import MOOT, end, list_open, must_wait_for_signature
from alongside.core.refused import Refused

# Dispositions that end the episode where no follow-up is due; transports end only through hand-over and follow-up.
ENDS: Mapping[Disposition, EndReason] = {
    Disposition.RESOLVED_BY_PHONE: EndReason.RESOLVED,
    Disposition.RESOLVED_ON_SCENE: EndReason.RESOLVED,
    Disposition.REFERRED: EndReason.RESOLVED,
    Disposition.DECLINED_SERVICE: EndReason.DECLINED,
    Disposition.NOT_FOUND: EndReason.NOT_FOUND,
    Disposition.ARRESTED: EndReason.TAKEN_OVER,
    Disposition.CITED: EndReason.RESOLVED,
    Disposition.DIED: EndReason.DIED,
    Disposition.NOT_BEHAVIOURAL: EndReason.NOT_BEHAVIOURAL,
}
PERMITS = frozenset({"contact", "voicemail", "outcome_back"})


def ask_help(asking: Asking, request: r.AskHelp) -> tuple[Fact, ...]:
    """Help is asked for; the crew's screen shows who received it."""
    unit = asking.unit(request.unit)
    if unit.service is UnitService.OFF_DUTY:
        raise Refused("unit_off_duty", unit=unit.call_sign)
    return (f.HelpAsked(area_stream(unit.area), asking.at, unit.id, asking.now + asking.rules.clocks.help_ms),)


def receive_help(asking: Asking, request: r.ReceiveHelp) -> tuple[Fact, ...]:
    """A desk has it."""
    unit = asking.unit(request.unit)
    if unit.help_asked_at is None:
        raise Refused("help_not_asked", unit=unit.call_sign, received_by=unit.help_received_by)
    return (f.HelpReceived(area_stream(unit.area), asking.at, unit.id, asking.by.staff),)


def help_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody took it: raised to everybody, again and again."""
    unit = asking.unit(subject)
    if unit.help_asked_at is None:
        raise Refused("clock_not_due", clock=ClockKind.HELP.value, subject=subject)
    again = asking.now + asking.rules.clocks.help_ms
    return (f.HelpUnanswered(area_stream(unit.area), asking.now, subject, unit.help_asked_at, again),)


def set_police_role(asking: Asking, request: r.SetPoliceRole) -> tuple[Fact, ...]:
    """Police presence is asked for by somebody, for a reason, and released again."""
    incident = asking.open_incident(request.incident)
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    return (f.PoliceRoleSet(area_stream(incident.area), asking.at, incident.id, request.role, request.asked_by, request.reason),)


def write_note(asking: Asking, request: r.WriteNote) -> tuple[Fact, ...]:
    """Notes are taken also after closing; an empty one is refused."""
    incident = asking.incident(request.incident)
    if not request.words:
        raise Refused("note_empty", number=incident.number)
    if request.episode and request.episode not in incident.episodes:
        raise Refused("episode_elsewhere", episode=request.episode, number=incident.number)
    return (f.NoteWritten(area_stream(incident.area), asking.at, incident.id, request.episode, request.words),)


def set_permission(asking: Asking, request: r.SetPermission) -> tuple[Fact, ...]:
    """Asked of the person, kept with the episode."""
    episode = asking.episode(request.episode)
    unknown = set(request.permits) - PERMITS
    if unknown:
        raise Refused("permission_unknown", permission=",".join(sorted(unknown)))
    return (f.PermissionSet(episode_stream(episode.id), asking.at, episode.id, episode.incident, request.permits),)


def record_disposition(asking: Asking, request: r.RecordDisposition) -> tuple[Fact, ...]:
    """What came of it; then either follow-up is due, or the episode ends, or the person is on the way to a place."""
    episode = asking.open_episode(request.episode)
    unknown = set(request.details) - DETAILS
    if unknown:
        raise Refused("detail_unknown", detail=",".join(sorted(unknown)))
    stream = episode_stream(episode.id)
    kept = f.DispositionRecorded(stream, asking.at, episode.id, episode.incident, request.disposition, request.details, request.agency)
    if request.disposition in ENDS and episode.reservation:
        raise Refused("reservation_open", reservation=episode.reservation)
    promised = list_due(asking, episode, request.disposition, request.follow_ups)
    if promised:
        return (kept, *promised, *sign(asking, episode))
    reason = ENDS.get(request.disposition)
    # What is promised, or wants a supervisor's name, is kept open with whoever is responsible, rather than refused at the scene.
    is_promised = bool(list_open(asking, episode)) and reason not in MOOT
    if reason is None or is_promised or must_wait_for_signature(asking, episode, reason, request.signed_by):
        return (kept, *sign(asking, episode))
    return (kept, *end(asking, episode, reason, request.signed_by, request.agency))


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.AskHelp: ask_help,
    r.ReceiveHelp: receive_help,
    r.SetPoliceRole: set_police_role,
    r.NameLeads: leads.name_leads,
    r.WriteNote: write_note,
    r.SetPermission: set_permission,
    r.RecordDisposition: record_disposition,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.HELP: help_due}
