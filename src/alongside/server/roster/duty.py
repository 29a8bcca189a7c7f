"""Who is on duty: units with their crews, units that could sign on, desks, and who could come aboard."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.core.codes import PartyKind, UnitService
from alongside.core.party import Member, Party
from alongside.core.state import Unit
from alongside.library.programs import RosterUnit, Staff
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.row_place import desk_row
from alongside.server.site.row_unit import unit_row
from alongside.server.site.rows import Row

DESK_ROLES = frozenset({"call_taker", "dispatcher", "supervisor", "evaluator", "privacy_officer", "administrator"})
LONGEST_SHIFT_MS = 12 * 3_600_000


def list_on_duty(seen: Look) -> list[Row]:
    """Every unit on duty, by call sign."""
    on_duty = [unit for unit in seen.view.board.units if unit.service is not UnitService.OFF_DUTY]
    free = list_free(seen)
    return [unit_line(seen, unit, free) for unit in sorted(on_duty, key=lambda unit: unit.call_sign)]


def unit_line(seen: Look, unit: Unit, free: Sequence[Staff]) -> Row:
    """One unit on duty; ``free`` are the people who could come aboard."""
    names, language, agencies = seen.view.names, seen.view.language, agencies_of(seen, unit)
    crew = seen.view.board.list_charges(Party(PartyKind.CREW, unit.id))
    return {
        **(unit_row(seen.view, unit.id) or {}),
        "rostered": names.label(f"crew.{unit.crew_kind}", language),
        "acting": names.label(f"crew.{unit.acts_as}", language) if unit.acts_as else "",
        "changed": unit.acts_as != unit.crew_kind,
        "out": unit.service is UnitService.OUT_OF_SERVICE,
        "out_reason": word("out_reason", unit.service_reason) if unit.service_reason else "",
        "status_word": word("status", _status(seen, unit)),
        "responsible_for": len(crew),
        "busy": len(unit.assignments),
        "stays": [_member(seen, one.staff) for one in unit.members],
        "could_come": [_member(seen, one.id) for one in free if one.agency in agencies],
    }


def _status(seen: Look, unit: Unit) -> str:
    first = seen.view.board.assignments.find(unit.primary)
    return first.status.value if first and unit.assignments else unit.service.value


def agencies_of(seen: Look, unit: Unit) -> set[str]:
    """The agencies whose people this unit is usually made of."""
    staff = seen.deployment.profile.staff_by_id
    rostered = next((one for one in seen.deployment.profile.units if one.id == unit.id), None)
    people = [*(rostered.members if rostered else ()), *(one.staff for one in unit.members)]
    return {staff[id].agency for id in people if id in staff}


def list_free(seen: Look) -> list[Staff]:
    """Field staff who are aboard nothing and sit at no desk now, by name."""
    board = seen.view.board
    taken = {one.staff for unit in board.units if unit.service is not UnitService.OFF_DUTY for one in unit.members}
    taken |= {desk.staff for desk in board.positions}
    free = [one for one in seen.deployment.profile.staff if one.id not in taken and one.role not in DESK_ROLES and one.role != "nurse"]
    return sorted(free, key=lambda one: one.name)


def _member(seen: Look, id: str) -> Row:
    """One person as a choice."""
    staff = seen.deployment.profile.staff_by_id.get(id)
    member = Member(id, staff.role, staff.certificates, staff.languages) if staff else Member(id, "")
    return {
        "id": id,
        "name": seen.view.names.person(id),
        "role": seen.view.names.label(f"role.{member.role}", seen.view.language),
        "languages": [one for one in member.languages if one != "en"],
        "json": json.dumps(list(member)),  # what a request wants
    }


def list_off_duty(seen: Look) -> list[Row]:
    """Rostered units that nobody is signed on to, those whose shift it is first."""
    local = datetime.fromtimestamp(seen.asking.now / 1000, UTC).astimezone(ZoneInfo(seen.deployment.profile.area.zone))
    minute = local.hour * 60 + local.minute
    free = {one.id for one in list_free(seen)}
    rows = [_off_duty(seen, one, (local.weekday(), minute), free) for one in seen.deployment.profile.units if _is_off(seen, one.id)]
    return sorted(rows, key=lambda row: (not row["due"], row["call_sign"]))


def _is_off(seen: Look, id: str) -> bool:
    unit = seen.view.board.units.find(id)
    return unit is None or unit.service is UnitService.OFF_DUTY


def _off_duty(seen: Look, one: RosterUnit, local: tuple[int, int], free: set[str]) -> Row:
    due = one.is_on_duty(*local)
    left_ms = one.minutes_left(*local) * 60_000 if due else LONGEST_SHIFT_MS
    post = next((post for post in seen.deployment.profile.area.posts if post.id == one.post), None)
    spot = [post.spot.lat / 1e6, post.spot.lon / 1e6] if post else None
    body = {"unit": one.id, "call_sign": one.call_sign, "crew_kind": one.crew_kind, "vehicle": one.vehicle, "post": one.post}
    return {
        "call_sign": one.call_sign,
        "kind": seen.view.names.label(f"crew.{one.crew_kind}", seen.view.language),
        "post": post.label if post else "",
        "due": due,
        "people": [_member(seen, id) | {"busy": id not in free} for id in one.members],
        "unit": one.id,
        "json": json.dumps(body | ({"spot": spot} if spot else {}) | {"shift_ends_at": seen.asking.now + min(left_ms, LONGEST_SHIFT_MS)}),
    }


def list_desks(seen: Look) -> list[Row]:
    """Every desk of the program with who sits there and for how many people it is responsible."""
    rows = [desk_row(seen.view, desk.id) for desk in seen.asking.rules.program.desks]
    return [row | {"mine": row["id"] == seen.actor.seat} for row in rows if row]


def shift_ends(seen: Look) -> list[Row]:
    """Choices of when a shift ends: whole hours from four to twelve ahead."""
    zone = ZoneInfo(seen.deployment.profile.area.zone)
    start = datetime.fromtimestamp(seen.asking.now / 1000, UTC).replace(minute=0, second=0, microsecond=0)
    ends = [start + timedelta(hours=hours) for hours in range(4, 13, 2)]
    return [{"at": int(end.timestamp() * 1000), "word": f"{end.astimezone(zone):%H:%M}"} for end in ends]
