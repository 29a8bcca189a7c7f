"""A weapon nobody knows about: unknown is never no, and it is asked about again before a crew arrives (practice.md)."""

from alongside.core.asking import Asking
from alongside.core.codes import WEAPON_KNOWN, AssignmentStatus, ClockKind, UnitService
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.refused import Refused
from alongside.core.state import Incident, Unit

THERE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON})


def is_known(incident: Incident) -> bool:
    """Whether anybody has said that there is a weapon, or that there is none."""
    return any(state in WEAPON_KNOWN for *_, state, _source, _at in incident.weapons)


def _is_remote(asking: Asking, unit: Unit) -> bool:
    kind = asking.rules.program.crews.get(unit.acts_as)
    return kind is not None and kind.remote


def plan_question(asking: Asking, incident: Incident, unit: Unit, drive_ms: int | None) -> tuple[Fact, ...]:
    """Ask again a while before this crew arrives; at once where the drive is short or unknown. A crew on the phone meets no weapon."""
    is_there = any(asking.assignment(id).status in THERE for id in incident.assignments)
    if is_known(incident) or is_there or _is_remote(asking, unit) or unit.service is UnitService.OFF_DUTY:
        return ()
    arrives_at = asking.now + (drive_ms or 0)
    ask_at = max(asking.now, arrives_at - asking.rules.clocks.weapon_before_ms)
    planned = asking.board.clocks.get((ClockKind.WEAPON, incident.id))
    if planned is not None and planned <= ask_at:
        return ()
    return (f.WeaponQuestionPlanned(area_stream(incident.area), asking.at, incident.id, ask_at),)


def question_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Still nobody knows: raised, and again until somebody asked or a crew is there."""
    incident = asking.incident(subject)
    if is_known(incident):
        raise Refused("clock_not_due", clock=ClockKind.WEAPON.value, subject=subject)
    stream = area_stream(incident.area)
    coming = (one for id in incident.assignments if (one := asking.assignment(id)).status not in ASSIGNMENT_ENDS)
    if all(_is_remote(asking, asking.unit(one.unit)) for one in coming):
        return (f.WeaponQuestionDropped(stream, asking.now, subject),)
    return (f.WeaponQuestionDue(stream, asking.now, subject, asking.now + asking.rules.clocks.weapon_again_ms),)
