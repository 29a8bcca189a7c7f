"""In a demo, the program's roster comes on duty by the clock: desks are staffed, crews sign on and off with their shifts."""

import logging
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alongside.core.board import Board
from alongside.core.codes import UnitService
from alongside.core.dispatch.requests import SignOff, SignOn, TakePosition
from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.ledger.ledger import Ledger
from alongside.library.programs import Profile, RosterUnit

log = logging.getLogger(__name__)
CLOCK = Actor(staff="roster", role="system")
MINUTE_MS = 60_000


def list_due(profile: Profile, board: Board, now: int) -> list[Request]:
    """What the roster asks for at this moment; nothing where everybody is where the roster says."""
    return [*staff_desks(profile, board, now), *sign_on_and_off(profile, board, now)]


def staff_desks(profile: Profile, board: Board, now: int) -> list[Request]:
    """Somebody for every empty desk."""
    empty = [desk for desk in profile.rules.program.desks if not ((found := board.positions.find(desk.id)) and found.staff)]
    usual = {one.seat: one.id for one in reversed(profile.staff)}
    area = profile.rules.program.area
    return [
        TakePosition(id=f"roster:{desk.id}:{now}", by=CLOCK, position=desk.id, area=area, duty=desk.duty, staff=usual[desk.id])
        for desk in empty
        if desk.id in usual
    ]


def sign_on_and_off(profile: Profile, board: Board, now: int) -> list[Request]:
    """Crews whose shift has begun, and idle crews whose shift is over."""
    here = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(profile.area.zone))
    weekday, minute = here.weekday(), here.hour * 60 + here.minute
    found: list[Request] = []
    for unit in profile.units:
        known = board.units.find(unit.id)
        on = known is not None and known.service is not UnitService.OFF_DUTY
        if unit.is_on_duty(weekday, minute) and not on:
            found.append(sign_on(profile, unit, now, unit.minutes_left(weekday, minute)))
        elif on and known and not unit.is_on_duty(weekday, minute) and not known.assignments:
            found.append(SignOff(id=f"roster:off:{unit.id}:{now}", by=CLOCK, unit=unit.id))
    return found


def sign_on(profile: Profile, unit: RosterUnit, now: int, minutes_left: int) -> SignOn:
    """A crew comes on duty at its post."""
    post = next((one for one in profile.area.posts if one.id == unit.post), None)
    return SignOn(
        id=f"roster:on:{unit.id}:{now}",
        by=CLOCK,
        unit=unit.id,
        area=profile.rules.program.area,
        call_sign=unit.call_sign,
        crew_kind=unit.crew_kind,
        members=profile.list_members(unit),
        vehicle=unit.vehicle,
        shift_ends_at=now + minutes_left * MINUTE_MS,
        post=unit.post,
        spot=post.spot if post else None,
    )


def come_on_duty(ledger: Ledger, profile: Profile, now: int) -> None:
    """Ask for what the roster says at this moment."""
    with ledger.board() as board:
        due = list_due(profile, board, now)
    for receipt in ledger.record(due) if due else []:
        if not receipt.granted:
            log.warning("the roster was refused: %s %s", receipt.code, dict(receipt.parameters))
