"""Who is on duty: desks, crews, shift change. Nobody leaves while responsible for a person."""

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind, UnitService
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.dispatch.crew import acts_as, capabilities_of, languages_of
from alongside.core.dispatch.other_people import other_people_aboard
from alongside.core.fact import Fact, area_stream
from alongside.core.life import UNIT, must_follow
from alongside.core.party import Member, Party
from alongside.core.promise.decide import sign
from alongside.core.refused import Refused


def take_position(asking: Asking, request: r.TakePosition) -> tuple[Fact, ...]:
    """An empty desk of the program is staffed, with the duty the program gives it."""
    duty = next((one.duty for one in asking.rules.program.desks if one.id == request.position), "")
    if not duty:
        raise Refused("position_unknown", position=request.position)
    desk = asking.board.positions.find(request.position)
    if desk is not None and desk.staff not in ("", request.staff):
        raise Refused("position_taken", position=request.position, staff=desk.staff)
    return (f.PositionTaken(area_stream(request.area), asking.at, request.position, request.area, duty, request.staff),)


def relieve_position(asking: Asking, request: r.RelievePosition) -> tuple[Fact, ...]:
    """The newcomer accepts everything in bulk; each person's episode hears from the desk."""
    desk = asking.position(request.position)
    charges = _must_accept_all(asking, Party(PartyKind.POSITION, desk.id), request.episodes)
    relieved = f.PositionRelieved(area_stream(desk.area), asking.at, desk.id, desk.staff, request.staff, charges)
    return (relieved, *(fact for id in charges for fact in sign(asking, asking.episode(id))))


def _must_accept_all(asking: Asking, party: Party, shown: tuple[str, ...]) -> tuple[str, ...]:
    """The newcomer must have been shown exactly what there is; a person who came since is not passed unseen."""
    charges = asking.board.list_charges(party)
    unseen = set(charges) - set(shown)
    if unseen:
        raise Refused("shift_list_changed", party=party.id, unseen=len(unseen))
    return charges


def leave_position(asking: Asking, request: r.LeavePosition) -> tuple[Fact, ...]:
    """Only an idle desk may be left empty."""
    desk = asking.position(request.position)
    _must_be_free_of_charges(asking, Party(PartyKind.POSITION, desk.id))
    if held := sum(1 for one in asking.board.cases if one.is_open and one.desk == desk.id):
        raise Refused("still_responsible", party=desk.id, people=held)
    return (f.PositionLeft(area_stream(desk.area), asking.at, desk.id, desk.staff),)


def _must_be_free_of_charges(asking: Asking, party: Party) -> None:
    charges = asking.board.list_charges(party)
    if charges:
        raise Refused("still_responsible", party=party.id, people=len(charges))


def sign_on(asking: Asking, request: r.SignOn) -> tuple[Fact, ...]:
    """A crew comes on duty as what its people make it."""
    unit = asking.board.units.find(request.unit)
    must_follow(UNIT, unit.service if unit else UnitService.OFF_DUTY, UnitService.IN_SERVICE, "unit")
    becomes = _becomes(asking, request.crew_kind, request.members)
    return (
        f.CrewSignedOn(
            area_stream(request.area), asking.at, request.unit, request.area, request.call_sign, request.crew_kind, becomes[0],
            request.members, becomes[1], becomes[2], request.vehicle, request.shift_ends_at, request.post, request.spot,
        ),
    )  # fmt: skip


def _becomes(asking: Asking, crew_kind: str, members: tuple[Member, ...]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """(acts as, capabilities, languages) of these people in this kind of unit; refused where nobody is aboard or one person is twice."""
    if not members:
        raise Refused("crew_empty", crew_kind=crew_kind)
    if len({member.staff for member in members}) < len(members):
        raise Refused("member_twice", crew_kind=crew_kind)
    program = asking.rules.program
    kind = acts_as(program, crew_kind, members)
    abilities = capabilities_of(program, program.crews[kind or crew_kind], members)
    return kind, tuple(sorted(abilities)), tuple(sorted(languages_of(members)))


def change_crew(asking: Asking, request: r.ChangeCrew) -> tuple[Fact, ...]:
    """Somebody came aboard or left; a wholly new crew accepts what the old one is responsible for."""
    unit = asking.unit(request.unit)
    if unit.service is UnitService.OFF_DUTY:
        raise Refused("unit_off_duty", unit=unit.id)
    stays = {one.staff for one in unit.members} & {one.staff for one in request.members}
    shown = request.episodes if not stays else asking.board.list_charges(Party(PartyKind.CREW, unit.id))
    charges = _must_accept_all(asking, Party(PartyKind.CREW, unit.id), shown)
    becomes, abilities, languages = _becomes(asking, unit.crew_kind, request.members)
    ends = request.shift_ends_at or unit.shift_ends_at
    stream, accepted = area_stream(unit.area), () if stays else charges
    changed = f.CrewChanged(stream, asking.at, unit.id, becomes, request.members, abilities, languages, ends, accepted)
    return (changed, *other_people_aboard(asking, unit, request.members, becomes))


def sign_off(asking: Asking, request: r.SignOff) -> tuple[Fact, ...]:
    """Off duty only when responsible for nobody and assigned to nothing."""
    unit = asking.unit(request.unit)
    must_follow(UNIT, unit.service, UnitService.OFF_DUTY, "unit")
    _must_be_free_of_charges(asking, Party(PartyKind.CREW, unit.id))
    _must_be_idle(asking, request.unit)
    if unit.help_asked_at is not None:
        raise Refused("help_open", unit=unit.call_sign)
    return (f.CrewSignedOff(area_stream(unit.area), asking.at, unit.id),)


def _must_be_idle(asking: Asking, unit: str) -> None:
    if asking.unit(unit).assignments:
        raise Refused("unit_assigned", unit=unit, open=len(asking.unit(unit).assignments))


def go_out_of_service(asking: Asking, request: r.GoOutOfService) -> tuple[Fact, ...]:
    """Cannot be sent; what it is doing goes on."""
    unit = asking.unit(request.unit)
    must_follow(UNIT, unit.service, UnitService.OUT_OF_SERVICE, "unit")
    return (f.UnitOutOfService(area_stream(unit.area), asking.at, unit.id, request.reason),)


def return_to_service(asking: Asking, request: r.ReturnToService) -> tuple[Fact, ...]:
    """Can be sent again."""
    unit = asking.unit(request.unit)
    if unit.service is not UnitService.OUT_OF_SERVICE:
        raise Refused("life_unit", now=unit.service.value, then=UnitService.IN_SERVICE.value, allowed=",".join(UNIT[unit.service]))
    return (f.UnitBackInService(area_stream(unit.area), asking.at, unit.id),)
