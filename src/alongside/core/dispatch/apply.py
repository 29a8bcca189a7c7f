"""What facts of dispatch do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import OVER, AssignmentStatus, ClockKind, UnitService
from alongside.core.dispatch import facts as f
from alongside.core.fact import Fact

THERE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON})
CREWS_KEPT = 8  # of a unit's past crews: enough for what a phone without a signal tells late


def position_taken(board: Board, fact: f.PositionTaken) -> None:
    """A desk is staffed."""
    desk = board.positions.reach(fact.position)
    desk.area, desk.duty, desk.staff, desk.since = fact.area, fact.duty, fact.staff, fact.at


def position_relieved(board: Board, fact: f.PositionRelieved) -> None:
    """The same desk, another person."""
    desk = board.positions.reach(fact.position)
    desk.staff, desk.since = fact.taken_by, fact.at


def position_left(board: Board, fact: f.PositionLeft) -> None:
    """An empty desk."""
    board.positions.reach(fact.position).staff = ""


def crew_signed_on(board: Board, fact: f.CrewSignedOn) -> None:
    """A unit that can be sent."""
    unit = board.units.reach(fact.unit)
    unit.area, unit.call_sign, unit.crew_kind, unit.vehicle = fact.area, fact.call_sign, fact.crew_kind, fact.vehicle
    unit.post, unit.spot, unit.spot_at = fact.post, fact.spot, fact.at
    unit.service, unit.service_reason, unit.service_at = UnitService.IN_SERVICE, "", fact.at
    crew_changed(board, fact)


def crew_changed(board: Board, fact: f.CrewChanged | f.CrewSignedOn) -> None:
    """Who is aboard, and so what the unit is."""
    unit = board.units.reach(fact.unit)
    unit.acts_as, unit.members, unit.shift_ends_at = fact.acts_as, fact.members, fact.shift_ends_at
    unit.capabilities, unit.languages = frozenset(fact.capabilities), frozenset(fact.languages)
    unit.could = (*unit.could, (fact.at, unit.capabilities))[-CREWS_KEPT:]
    for id in unit.assignments:
        assignment = board.assignments.reach(id)
        if assignment.status in THERE and AssignmentStatus.ON_SCENE in assignment.times:
            assignment.brought |= unit.capabilities


def crew_signed_off(board: Board, fact: f.CrewSignedOff) -> None:
    """Off duty means nobody aboard and silent."""
    unit = board.units.reach(fact.unit)
    unit.service, unit.service_at, unit.members, unit.help_asked_at = UnitService.OFF_DUTY, fact.at, (), None
    board.stop_clock(ClockKind.HELP, fact.unit)


def out_of_service(board: Board, fact: f.UnitOutOfService) -> None:
    """On duty but not to be sent."""
    unit = board.units.reach(fact.unit)
    unit.service, unit.service_reason, unit.service_at = UnitService.OUT_OF_SERVICE, fact.reason, fact.at


def back_in_service(board: Board, fact: f.UnitBackInService) -> None:
    """Can be sent again."""
    unit = board.units.reach(fact.unit)
    unit.service, unit.service_reason, unit.service_at = UnitService.IN_SERVICE, "", fact.at


def recommended(board: Board, fact: f.Recommended) -> None:
    """Kept for the record; the board needs nothing of it."""


def need_unmet(board: Board, fact: f.NeedUnmet) -> None:
    """The incident shows what was missing."""
    board.incidents.reach(fact.incident).unmet = tuple(missing.crew_kind for missing in fact.missing)


def unit_assigned(board: Board, fact: f.UnitAssigned) -> None:
    """One more assignment of the incident and of the unit."""
    assignment = board.assignments.reach(fact.assignment)
    assignment.incident, assignment.unit, assignment.mode = fact.incident, fact.unit, fact.mode
    assignment.rank, assignment.drive_ms = fact.rank, fact.drive_ms
    assignment.times[AssignmentStatus.ASSIGNED] = fact.at
    incident, unit = board.incidents.reach(fact.incident), board.units.reach(fact.unit)
    incident.assignments += (fact.assignment,)
    unit.assignments += (fact.assignment,)
    if fact.primary:
        unit.primary = fact.assignment
    board.stop_clock(ClockKind.UNASSIGNED, fact.incident)
    if fact.acknowledge_by is not None:
        board.set_clock(ClockKind.PAGE, fact.assignment, fact.acknowledge_by)


def choice_explained(board: Board, fact: f.OtherChoiceExplained) -> None:
    """The reason stays with the assignment."""
    board.assignments.reach(fact.assignment).other_choice = fact.reason


def status_reported(board: Board, fact: f.StatusReported) -> None:
    """This assignment's status and time; the unit's place where it is known."""
    assignment = board.assignments.reach(fact.assignment)
    assignment.status, assignment.times[fact.status] = fact.status, fact.at
    assignment.place = fact.place or assignment.place
    board.stop_clock(ClockKind.PAGE, fact.assignment)
    unit = board.units.reach(fact.unit)
    if fact.spot is not None:
        unit.spot, unit.spot_at = fact.spot, fact.at
    if fact.status is AssignmentStatus.ON_SCENE:
        assignment.brought |= next((could for since, could in reversed(unit.could) if since <= fact.at), unit.capabilities)
        incident = board.incidents.reach(fact.incident)
        incident.first_on_scene_at, incident.weapon_question_at = incident.first_on_scene_at or fact.at, None
        board.stop_clock(ClockKind.WEAPON, fact.incident)  # who is there sees for themselves
    if fact.status in OVER:
        unit.assignments = tuple(id for id in unit.assignments if id != fact.assignment)
        unit.primary = unit.primary if unit.primary in unit.assignments else next(iter(unit.assignments), "")
        unit.freed_at = fact.at


def red_flags_left_open(board: Board, fact: f.RedFlagsLeftOpen) -> None:
    """They stay with the assignment until they are asked, or the person is with somebody else."""
    board.assignments.reach(fact.assignment).left_open = (*fact.unasked, *fact.unseen)


def primary_chosen(board: Board, fact: f.PrimaryChosen) -> None:
    """Which assignment comes first."""
    board.units.reach(fact.unit).primary = fact.assignment


def page_unanswered(board: Board, fact: f.PageUnanswered) -> None:
    """The alarm repeats until somebody acknowledges or cancels."""
    board.set_clock(ClockKind.PAGE, fact.assignment, fact.ask_again_at)


def message_sent(board: Board, fact: f.MessageSent) -> None:
    """A message waits to be read."""
    message = board.messages.reach(fact.message)
    message.to, message.sender, message.incident, message.at, message.words = fact.to, fact.sender, fact.incident, fact.at, fact.words


def message_read(board: Board, fact: f.MessageRead) -> None:
    """It was read."""
    board.messages.reach(fact.message).read_at = fact.at


def hazard_recorded(board: Board, fact: f.HazardRecorded) -> None:
    """Shown at every incident at this place until withdrawn or due for review."""
    hazard = board.hazards.reach(fact.hazard)
    hazard.code, hazard.spot, hazard.source = fact.code, fact.spot, fact.source
    hazard.at, hazard.review_at = fact.at, fact.review_at


def hazard_withdrawn(board: Board, fact: f.HazardWithdrawn) -> None:
    """No longer shown."""
    board.hazards.reach(fact.hazard).withdrawn = True


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.PositionTaken: position_taken,
    f.PositionRelieved: position_relieved,
    f.PositionLeft: position_left,
    f.CrewSignedOn: crew_signed_on,
    f.CrewChanged: crew_changed,
    f.CrewSignedOff: crew_signed_off,
    f.UnitOutOfService: out_of_service,
    f.UnitBackInService: back_in_service,
    f.Recommended: recommended,
    f.NeedUnmet: need_unmet,
    f.UnitAssigned: unit_assigned,
    f.OtherChoiceExplained: choice_explained,
    f.StatusReported: status_reported,
    f.RedFlagsLeftOpen: red_flags_left_open,
    f.PrimaryChosen: primary_chosen,
    f.PageUnanswered: page_unanswered,
    f.MessageSent: message_sent,
    f.MessageRead: message_read,
    f.HazardRecorded: hazard_recorded,
    f.HazardWithdrawn: hazard_withdrawn,
}
