"""The reasons of a recommendation, as codes and parameters."""

from alongside.core.dispatch.crew import wants_no_uniform, wears_uniform
from alongside.core.party import Reason, reason
from alongside.core.rules import Program
from alongside.core.state import Incident, Unit

SHIFT_ENDS_SOON_MS = 1_800_000


def reasons_for(
    unit: Unit, incident: Incident, program: Program, drive_ms: int | None, too_far: bool, lacks: frozenset[str], leaving: str, now: int
) -> tuple[Reason, ...]:
    """Why this unit stands where it stands: aboard, requirements, drive, language, load, shift."""
    reasons = [_aboard(unit), _drive(program, unit, incident, drive_ms, too_far)]
    reasons += [reason("lacks", ability=ability) for ability in sorted(lacks)]
    reasons += [reason("meets", requirement=one.code, answer=one.answer) for one in incident.requirements if _met(program, unit, one.code)]
    if incident.language and incident.language != "en":
        reasons.append(reason("speaks" if incident.language in unit.languages else "needs_interpreter", language=incident.language))
    if wants_no_uniform(incident):
        reasons.append(reason("in_uniform" if wears_uniform(program, program.crews[unit.acts_as]) else "no_uniform"))
    if program.crews[unit.acts_as].meets_police:
        reasons.append(reason("stages_for_police"))
    if leaving:
        reasons.append(reason("would_leave", assignment=leaving))
    if unit.assignments and not leaving:
        reasons.append(reason("load", open=len(unit.assignments)))
    if unit.shift_ends_at and unit.shift_ends_at - now < SHIFT_ENDS_SOON_MS:
        reasons.append(reason("shift_ends", minutes=max(0, (unit.shift_ends_at - now) // 60_000)))
    return tuple(reasons)


def _aboard(unit: Unit) -> Reason:
    code = "aboard" if unit.acts_as == unit.crew_kind else "aboard_incomplete"
    return reason(code, crew_kind=unit.acts_as, rostered_as=unit.crew_kind, members=len(unit.members))


def _drive(program: Program, unit: Unit, incident: Incident, drive_ms: int | None, too_far: bool) -> Reason:
    if program.crews[unit.acts_as].remote:
        return reason("at_once")
    if incident.spot is None:
        return reason("place_unknown")
    if drive_ms is None:
        return reason("no_road")
    return Reason("too_far" if too_far else "drive", (("ms", str(drive_ms)),))  # hardly one drive like another: nothing to remember


def _met(program: Program, unit: Unit, requirement: str) -> bool:
    return program.requirements.get(requirement, "") in unit.capabilities


def also_reasons(ability: str) -> tuple[Reason, ...]:
    """Why a second unit comes along."""
    return (reason("brings", ability=ability),)
