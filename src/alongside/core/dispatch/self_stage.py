"""A crew comes upon a need itself."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Origin, PartyKind, UnitService
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.fact import Fact, area_stream
from alongside.core.field.leads import lead
from alongside.core.geography.distance import find_beat
from alongside.core.intake import facts, numbering
from alongside.core.party import Party
from alongside.core.promise import decide as promise
from alongside.core.refused import Refused
from alongside.core.state import Incident


def self_stage(asking: Asking, request: r.SelfStage) -> tuple[Fact, ...]:
    """The crew is there already: it is responsible from the first moment, at its meal or one member short as well."""
    unit = asking.unit(request.unit)
    if request.incident in asking.board.incidents or request.episode in asking.board.episodes:
        raise Refused("incident_exists", incident=request.incident)
    if request.assignment in asking.board.assignments:
        raise Refused("assignment_exists", assignment=request.assignment)
    if unit.service is UnitService.OFF_DUTY:
        raise Refused("unit_off_duty", unit=unit.call_sign or unit.id)
    stream, spot = area_stream(unit.area), request.spot or unit.spot
    desk = asking.rules.get_desk("dispatcher").id
    number = numbering.find_number(asking.board, unit.area, request.incident, asking.at)
    beat = find_beat(spot, asking.rules.beats)
    told = (Origin.SELF_STAGED, desk, asking.at)
    taken = facts.CallTaken(stream, asking.at, request.incident, unit.area, number, *told, spot=spot, beat=beat, words=request.words)
    opened = promise.open_for(asking, request.episode, request.incident, Party(PartyKind.CREW, unit.id), request.minor)
    mode = asking.rules.program.crews[unit.acts_as or unit.crew_kind].mode
    primary = not unit.assignments
    sent = f.UnitAssigned(stream, asking.at, request.assignment, request.incident, unit.id, mode, 0, 0, None, primary)
    steps = (AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON)
    reports = (f.StatusReported(stream, asking.at, request.assignment, request.incident, unit.id, one, spot=spot) for one in steps)
    leads = lead(asking, Incident(id=request.incident, area=unit.area), list(unit.members))
    return (taken, opened, sent, *reports, *leads)
