"""What facts of the first ring do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import OVER, WEAPON_KNOWN, ClockKind, IncidentStatus
from alongside.core.fact import Fact
from alongside.core.intake import facts as f
from alongside.core.state import Incident

BEFORE_DEPARTURE = "before_departure"


def call_taken(board: Board, fact: f.CallTaken) -> None:
    """A new incident on the board."""
    incident = board.incidents.reach(fact.incident)
    incident.area, incident.number, incident.origin, incident.position = fact.area, fact.number, fact.origin, fact.position
    incident.first_ring_at, incident.taken_at, incident.language = fact.first_ring_at, fact.at, fact.language
    incident.callback_known, incident.spot, incident.uncertainty_m = fact.callback_known, fact.spot, fact.uncertainty_m
    incident.beat, incident.hazards, incident.words = fact.beat, fact.hazards, fact.words
    incident.scheduled_for, incident.waiting_since = fact.scheduled_for, fact.scheduled_for or fact.at
    board.numbers[fact.area, fact.number] = fact.incident
    board.open_incidents[fact.incident] = None
    if fact.assign_by is not None:
        board.set_clock(ClockKind.UNASSIGNED, fact.incident, fact.assign_by)
    if fact.scheduled_for is not None:
        incident.status = IncidentStatus.SCHEDULED
        board.set_clock(ClockKind.SCHEDULE, fact.incident, fact.scheduled_for)


def details_added(board: Board, fact: f.DetailsAdded) -> None:
    """More words; flags only where the fact speaks of them."""
    incident = board.incidents.reach(fact.incident)
    incident.words += fact.words
    if fact.language is not None:
        incident.language = fact.language
    if fact.callback_known is not None:
        incident.callback_known = fact.callback_known
    if fact.no_uniform is not None:
        incident.no_uniform = fact.no_uniform


def place_found(board: Board, fact: f.PlaceFound) -> None:
    """The incident has a spot."""
    incident = board.incidents.reach(fact.incident)
    incident.spot, incident.uncertainty_m = fact.spot, fact.uncertainty_m
    incident.beat, incident.hazards = fact.beat, fact.hazards


def answered(board: Board, fact: f.ProtocolAnswered) -> None:
    """The answers replace those before."""
    incident = board.incidents.reach(fact.incident)
    incident.protocol, incident.protocol_version, incident.answers = fact.protocol, fact.version, fact.answers


def level_set(board: Board, fact: f.LevelSet) -> None:
    """Urgency and requirements."""
    incident = board.incidents.reach(fact.incident)
    incident.level, incident.level_rule = fact.level, fact.rule
    incident.requirements, incident.hard_stops, incident.crews_advised = fact.requirements, fact.hard_stops, fact.crews
    incident.crews_excluded, incident.police_as = fact.excluded, fact.police_as
    incident.concurrence = None
    if incident.determined_at is None:
        incident.determined_at = fact.at
    _wait(board, incident, fact.assign_by)


def _wait(board: Board, incident: Incident, assign_by: int | None) -> None:
    """The alarm for a need nobody is sent to runs until then; no alarm while a unit works it."""
    if assign_by is None or any(board.assignments.reach(id).status not in OVER for id in incident.assignments):
        board.stop_clock(ClockKind.UNASSIGNED, incident.id)
    else:
        board.set_clock(ClockKind.UNASSIGNED, incident.id, assign_by)


def lowering_proposed(board: Board, fact: f.LoweringProposed) -> None:
    """The level stays; what is proposed is remembered for the second person."""
    board.incidents.reach(fact.incident).concurrence = (fact.proposed_by, fact.reason, int(fact.level))


def weapon_reported(board: Board, fact: f.WeaponReported) -> None:
    """One more weapon fact."""
    incident = board.incidents.reach(fact.incident)
    incident.weapons += ((fact.weapon, fact.place, fact.state, fact.source, fact.at),)
    if fact.state in WEAPON_KNOWN or incident.weapon_question_at is not None:
        weapon_question_dropped(board, fact)  # somebody knows, or at least somebody asked again


def weapon_question_planned(board: Board, fact: f.WeaponQuestionPlanned) -> None:
    """The question waits for its time."""
    board.set_clock(ClockKind.WEAPON, fact.incident, fact.ask_at)


def weapon_question_due(board: Board, fact: f.WeaponQuestionDue) -> None:
    """The alarm repeats until somebody asked."""
    incident = board.incidents.reach(fact.incident)
    incident.weapon_question_at = incident.weapon_question_at or fact.at
    board.set_clock(ClockKind.WEAPON, fact.incident, fact.ask_again_at)


def weapon_question_dropped(board: Board, fact: f.WeaponQuestionDropped | f.WeaponReported) -> None:
    """No question stands any more."""
    board.incidents.reach(fact.incident).weapon_question_at = None
    board.stop_clock(ClockKind.WEAPON, fact.incident)


def red_flag_reported(board: Board, fact: f.RedFlagReported) -> None:
    """One more medical fact."""
    incident = board.incidents.reach(fact.incident)
    incident.medical += ((fact.flag, fact.state, fact.at),)
    if fact.when == BEFORE_DEPARTURE and fact.state != "not_asked":
        incident.medical_at_departure += ((fact.flag, fact.at),)


def opened(board: Board, fact: f.IncidentOpened) -> None:
    """On the queue again."""
    incident = board.incidents.reach(fact.incident)
    incident.status, incident.closed_at, incident.scheduled_for = IncidentStatus.OPEN, None, None
    incident.waiting_since = fact.at
    board.open_incidents[fact.incident] = None
    board.stop_clock(ClockKind.SCHEDULE, fact.incident)
    _wait(board, incident, fact.assign_by)


def kept_for_later(board: Board, fact: f.KeptForLater) -> None:
    """Reserved for later is a state of its own: no alarm until then."""
    incident = board.incidents.reach(fact.incident)
    incident.planned_before = incident.scheduled_for if incident.status is IncidentStatus.SCHEDULED else None
    incident.status, incident.scheduled_for = IncidentStatus.SCHEDULED, fact.scheduled_for
    board.open_incidents[fact.incident] = None
    board.stop_clock(ClockKind.UNASSIGNED, fact.incident)
    board.set_clock(ClockKind.SCHEDULE, fact.incident, fact.scheduled_for)


def _off_the_queue(board: Board, id: str, status: IncidentStatus, at: int) -> None:
    incident = board.incidents.reach(id)
    incident.status, incident.closed_at = status, at
    board.open_incidents.pop(id, None)
    incident.weapon_question_at = None
    for clock in (ClockKind.UNASSIGNED, ClockKind.SCHEDULE, ClockKind.WEAPON):
        board.stop_clock(clock, id)


def closed(board: Board, fact: f.IncidentClosed) -> None:
    """Off the queue."""
    _off_the_queue(board, fact.incident, IncidentStatus.CLOSED, fact.at)


def cancelled(board: Board, fact: f.IncidentCancelled) -> None:
    """Off the queue, never was one."""
    _off_the_queue(board, fact.incident, IncidentStatus.CANCELLED, fact.at)


def linked(board: Board, fact: f.IncidentsLinked) -> None:
    """Each knows of the other; nothing is merged."""
    for one, two in ((fact.incident, fact.other), (fact.other, fact.incident)):
        incident = board.incidents.reach(one)
        incident.links = tuple(dict.fromkeys((*incident.links, two)))


def unlinked(board: Board, fact: f.IncidentsUnlinked) -> None:
    """As if never linked."""
    for one, two in ((fact.incident, fact.other), (fact.other, fact.incident)):
        incident = board.incidents.reach(one)
        incident.links = tuple(link for link in incident.links if link != two)


def waiting(board: Board, fact: f.NeedWaiting) -> None:
    """The alarm repeats until somebody is sent."""
    board.set_clock(ClockKind.UNASSIGNED, fact.incident, fact.ask_again_at)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.CallTaken: call_taken,
    f.DetailsAdded: details_added,
    f.PlaceFound: place_found,
    f.ProtocolAnswered: answered,
    f.LevelSet: level_set,
    f.LoweringProposed: lowering_proposed,
    f.WeaponReported: weapon_reported,
    f.WeaponQuestionPlanned: weapon_question_planned,
    f.WeaponQuestionDue: weapon_question_due,
    f.WeaponQuestionDropped: weapon_question_dropped,
    f.RedFlagReported: red_flag_reported,
    f.IncidentOpened: opened,
    f.KeptForLater: kept_for_later,
    f.IncidentClosed: closed,
    f.IncidentCancelled: cancelled,
    f.IncidentsLinked: linked,
    f.IncidentsUnlinked: unlinked,
    f.NeedWaiting: waiting,
}
