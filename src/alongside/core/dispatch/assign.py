"""Sending a unit, taking it back, choosing what comes first."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Level, PartyKind, UnitService
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.dispatch.gone import coming, moved_on
from alongside.core.dispatch.recommend import Recommendation, recommend
from alongside.core.fact import Fact, area_stream
from alongside.core.life import ASSIGNMENT, must_follow
from alongside.core.party import Party
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Incident, Unit
from alongside.core.travel import Spot


def assign_unit(asking: Asking, request: r.AssignUnit) -> tuple[Fact, ...]:
    """Send a unit; what was recommended at this moment, and what was missing, are facts beside it."""
    incident, unit = asking.open_incident(request.incident), asking.unit(request.unit)
    if request.assignment in asking.board.assignments:
        raise Refused("assignment_exists", assignment=request.assignment)
    _must_be_sendable(asking, unit, incident, request)
    where = {name: Spot(lat, lon) for name, lat, lon in request.positions}
    advice = recommend(asking.board, incident, asking.rules, asking.travel, asking.now, where)
    left = _leave(asking, unit, request.leaving) if request.leaving else ()
    assigned = _assigned(asking, request.assignment, incident, unit, advice, primary=not request.also)
    opened, asked = coming(asking, incident, unit, assigned.drive_ms)
    return (*opened, *_advised(asking, incident, advice), *left, assigned, *asked)


def _must_be_sendable(asking: Asking, unit: Unit, incident: Incident, request: r.AssignUnit) -> None:
    if unit.service is UnitService.OFF_DUTY:
        raise Refused("unit_off_duty", unit=unit.call_sign or unit.id)
    if unit.service is UnitService.OUT_OF_SERVICE:
        raise Refused("unit_out_of_service", unit=unit.call_sign, reason=unit.service_reason)
    if unit.acts_as == "":
        raise Refused("crew_incomplete", unit=unit.call_sign, crew_kind=unit.crew_kind, aboard=len(unit.members))
    for id in unit.assignments:
        _must_not_be_busy(asking, unit, asking.assignment(id), incident, request)


def _must_not_be_busy(asking: Asking, unit: Unit, there: Assignment, incident: Incident, request: r.AssignUnit) -> None:
    number = asking.incident(there.incident).number
    if there.incident == incident.id:
        raise Refused("unit_already_here", unit=unit.call_sign, number=number)
    if not request.also and there.id != request.leaving:
        raise Refused("unit_taken", unit=unit.call_sign, number=number, status=there.status.value)


def _leave(asking: Asking, unit: Unit, leaving: str) -> tuple[Fact, ...]:
    """A unit reassigned gives up what it was on its way to; never a person it is responsible for."""
    old = asking.assignment(leaving)
    if old.unit != unit.id:
        raise Refused("assignment_of_other_unit", unit=unit.call_sign)
    return cancelled(asking, old, AssignmentStatus.CANCELLED, "reassigned")


def _advised(asking: Asking, incident: Incident, advice: Recommendation) -> tuple[Fact, ...]:
    stream = area_stream(incident.area)
    facts: list[Fact] = [f.Recommended(stream, asking.at, incident.id, advice.options, asking.travel.version)]
    if advice.missing and not incident.assignments:
        level = incident.level if incident.level is not None else asking.rules.program.unassessed_as
        facts.append(f.NeedUnmet(stream, asking.at, incident.id, Level(level), advice.missing))
    return tuple(facts)


def _assigned(asking: Asking, id: str, incident: Incident, unit: Unit, advice: Recommendation, primary: bool) -> f.UnitAssigned:
    option = next((one for one in advice.options if one.unit == unit.id), None)
    rank, drive = (option.rank, option.drive_ms) if option else (0, None)
    mode = asking.rules.program.crews[unit.acts_as].mode
    due = asking.now + asking.rules.clocks.page_ms
    return f.UnitAssigned(area_stream(incident.area), asking.at, id, incident.id, unit.id, mode, rank, drive, due, primary)


def explain_choice(asking: Asking, request: r.ExplainChoice) -> tuple[Fact, ...]:
    """The one-key reason, asked after sending."""
    assignment = asking.assignment(request.assignment)
    area = asking.incident(assignment.incident).area
    return (f.OtherChoiceExplained(area_stream(area), asking.at, assignment.id, assignment.incident, request.reason),)


def cancelled(asking: Asking, assignment: Assignment, status: AssignmentStatus, reason: str) -> tuple[Fact, ...]:
    """An assignment ended by the desk; refused while its crew is responsible for somebody there."""
    must_follow(ASSIGNMENT, assignment.status, status, "assignment")
    incident = asking.incident(assignment.incident)
    crew = Party(PartyKind.CREW, assignment.unit)
    if any(asking.episode(id).responsible == crew for id in incident.episodes):
        raise Refused("cancel_responsible", unit=asking.unit(assignment.unit).call_sign, number=incident.number)
    stream = area_stream(incident.area)
    told = f.StatusReported(stream, asking.at, assignment.id, incident.id, assignment.unit, status, reason=reason)
    return (told, *moved_on(asking, incident, assignment, status))


def cancel_assignment(asking: Asking, request: r.CancelAssignment) -> tuple[Fact, ...]:
    """Call a unit off."""
    return cancelled(asking, asking.assignment(request.assignment), AssignmentStatus.CANCELLED, request.reason)


def withdraw_assignment(asking: Asking, request: r.WithdrawAssignment) -> tuple[Fact, ...]:
    """Undo; refused once the crew acted on it, by the life table."""
    return cancelled(asking, asking.assignment(request.assignment), AssignmentStatus.WITHDRAWN, "undone")


def choose_primary(asking: Asking, request: r.ChoosePrimary) -> tuple[Fact, ...]:
    """Which of its open assignments a unit works first."""
    assignment = asking.assignment(request.assignment)
    unit = asking.unit(assignment.unit)
    if assignment.id not in unit.assignments:
        raise Refused("assignment_ended", unit=unit.call_sign, status=assignment.status.value)
    return (f.PrimaryChosen(area_stream(unit.area), asking.at, unit.id, assignment.id),)


def page_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody acknowledged: rises to desk and supervisor within the page limit (practice.md), then again until somebody acts."""
    assignment = asking.assignment(subject)
    area = asking.incident(assignment.incident).area
    again = asking.now + asking.rules.clocks.offer_ms
    return (f.PageUnanswered(area_stream(area), asking.now, subject, assignment.incident, assignment.unit, again),)
