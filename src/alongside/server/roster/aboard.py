"""Who could come aboard: field staff who are free, and each person as a choice."""

import json

from alongside.core.codes import UnitService
from alongside.core.party import Member
from alongside.core.state import Unit
from alongside.library.programs import Staff
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

DESK_ROLES = frozenset({"call_taker", "dispatcher", "supervisor", "evaluator", "privacy_officer", "administrator"})


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


def member_row(seen: Look, id: str) -> Row:
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
