"""Who comes on and goes off duty: desks and crews by the program's roster, in the area's local time."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from alongside.core.codes import PartyKind, UnitService
from alongside.core.dispatch.requests import ChangeCrew, RelievePosition, SignOff, SignOn, TakePosition
from alongside.core.party import Actor, Party
from alongside.core.rules import Desk
from alongside.core.state import Unit
from alongside.core.travel import Spot
from alongside.library.programs.profile import RosterUnit, Staff
from alongside.twin.people.scene import DUTY_ROLES, WORKSTATION, Scene

DESK_SHIFT_HOURS = 8
MINUTE_MS = 60_000


@lru_cache(maxsize=8)
def zone_of(name: str) -> ZoneInfo:
    """The time zone, read once."""
    return ZoneInfo(name)


def change_shifts(scene: Scene) -> None:
    """Staff what should be staffed, and let go what is free to go."""
    local = datetime.fromtimestamp(scene.now / 1000, zone_of(scene.profile.area.zone))
    for desk in scene.rules.program.desks:
        if scene.acts(desk.id):
            _staff_desk(scene, desk, local)
    weekday, minute = local.weekday(), local.hour * 60 + local.minute
    for rostered in scene.profile.units:
        if scene.acts(rostered.id):
            _crew_unit(scene, rostered, weekday, minute)


def _staff_desk(scene: Scene, desk: Desk, local: datetime) -> None:
    """Three shifts a day share those whose seat this is; the newcomer accepts what the desk is responsible for."""
    rota = [one for one in scene.profile.staff if one.seat == desk.id]
    if not rota:
        return
    wanted = rota[(local.toordinal() * 3 + (local.hour + 2) // DESK_SHIFT_HOURS) % len(rota)]
    found = scene.board.positions.find(desk.id)
    if found is None or not found.staff:
        by = _as_actor(wanted, desk)
        scene.ask(TakePosition, by, desk.id, position=desk.id, area=scene.rules.program.area, duty=desk.duty, staff=wanted.id)
    elif found.staff != wanted.id:
        charges = scene.board.list_charges(Party(PartyKind.POSITION, desk.id))
        scene.ask(RelievePosition, _as_actor(wanted, desk), desk.id, position=desk.id, staff=wanted.id, episodes=charges)


def _as_actor(staff: Staff, desk: Desk) -> Actor:
    return Actor(staff.id, DUTY_ROLES.get(desk.duty, "dispatcher"), staff.agency, WORKSTATION, seat=desk.id)


def _crew_unit(scene: Scene, rostered: RosterUnit, weekday: int, minute: int) -> None:
    unit = scene.board.units.find(rostered.id)
    is_here = unit is not None and unit.service is not UnitService.OFF_DUTY
    on_duty = rostered.is_on_duty(weekday, minute)
    if on_duty and not is_here:
        _sign_on(scene, rostered, scene.now + rostered.minutes_left(weekday, minute) * MINUTE_MS)
    elif unit is not None and is_here and not on_duty:
        _sign_off(scene, unit)
    elif unit is not None and on_duty and unit.shift_ends_at <= scene.now:
        ends_at = scene.now + rostered.minutes_left(weekday, minute) * MINUTE_MS
        scene.ask(ChangeCrew, scene.crew(unit), unit.id, unit=unit.id, members=unit.members, shift_ends_at=ends_at)


def _sign_on(scene: Scene, rostered: RosterUnit, ends_at: int) -> None:
    members = scene.profile.list_members(rostered)
    by = Actor(members[0].staff, members[0].role, rostered.agency, WORKSTATION, seat=rostered.id)
    scene.ask(
        SignOn, by, rostered.id, unit=rostered.id, area=scene.rules.program.area, call_sign=rostered.call_sign,
        crew_kind=rostered.crew_kind, members=members, vehicle=rostered.vehicle, shift_ends_at=ends_at, post=rostered.post,
        spot=find_post(scene, rostered.post),
    )  # fmt: skip


def _sign_off(scene: Scene, unit: Unit) -> None:
    if not unit.assignments and not scene.board.list_charges(Party(PartyKind.CREW, unit.id)):
        scene.ask(SignOff, scene.crew(unit), unit.id, unit=unit.id)


def find_post(scene: Scene, post: str) -> Spot | None:
    """Where a post is; None for a crew that never drives."""
    return next((one.spot for one in scene.profile.area.posts if one.id == post), None)
