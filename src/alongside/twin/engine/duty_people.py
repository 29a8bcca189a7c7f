"""Shifts: crews come on duty, and go off once nobody depends on them."""

from alongside.core.codes import PartyKind, UnitService
from alongside.core.dispatch.requests import GoOutOfService, SignOff, SignOn
from alongside.core.party import Party
from alongside.twin.engine import naming, state
from alongside.twin.engine.floor import Floor, Way
from alongside.twin.planning.roster import Duty


def plan(floor: Floor, duties: list[Duty]) -> None:
    """Every shift on the agenda; its index leads back to it (``lay_duties``)."""
    floor.shifts = lay(duties)
    for index, (at, rank, _, _) in enumerate(floor.shifts):
        floor.agenda.put(at, rank, index)


def lay(duties: list[Duty]) -> list[tuple[int, int, int, int]]:
    """(at, rank, unit, ends_at), in order."""
    starts = [(duty.starts_at, state.SHIFT_STARTS, duty.unit, duty.ends_at) for duty in duties]
    ends = [(duty.ends_at, state.SHIFT_ENDS, duty.unit, 0) for duty in duties if duty.ends_at]
    return sorted((*starts, *ends))


def shift_starts(floor: Floor, index: int) -> None:
    """On duty at the post; whoever is still out from the shift before comes on once that is over."""
    _, _, unit, ends_at = floor.shifts[index]
    known = floor.board.units.find(naming.unit(unit))
    if known is not None and known.service is not UnitService.OFF_DUTY:
        floor.on_due[unit] = ends_at
        return
    sign_on(floor, unit, ends_at)


def sign_on(floor: Floor, unit: int, ends_at: int) -> None:
    """At the post; the queue is looked at next."""
    planned = floor.scenario.units[unit]
    floor.ways[unit] = Way(planned.post, planned.post)
    floor.ask(
        SignOn, unit=naming.unit(unit), area=naming.AREA, call_sign=planned.name, crew_kind=planned.crew_kind, members=planned.aboard(),
        shift_ends_at=ends_at, spot=floor.spot(planned.post),
    )  # fmt: skip
    floor.came_free = True


def shift_ends(floor: Floor, index: int) -> None:
    """Off duty, or out of service until whoever depends on the crew is with somebody else."""
    _, _, unit, _ = floor.shifts[index]
    if unit in floor.on_due:  # still out from the shift before: this one passed without them
        del floor.on_due[unit]
        return
    if is_free(floor, unit):
        floor.ask(SignOff, unit=naming.unit(unit))
        return
    floor.off_due[unit] = True
    floor.ask(GoOutOfService, unit=naming.unit(unit), reason="shift_end")


def is_free(floor: Floor, unit: int) -> bool:
    """Assigned to nothing, responsible for nobody."""
    id = naming.unit(unit)
    return not floor.board.units.reach(id).assignments and not floor.board.list_charges(Party(PartyKind.CREW, id))


def leave_if_over(floor: Floor, unit: int) -> None:
    """A crew whose shift is over goes as soon as it can; a shift that has begun meanwhile follows at once."""
    if not floor.off_due.get(unit) or not is_free(floor, unit):
        return
    floor.off_due[unit] = False
    floor.ask(SignOff, unit=naming.unit(unit))
    if unit in floor.on_due:
        sign_on(floor, unit, floor.on_due.pop(unit))
