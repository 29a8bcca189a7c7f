"""What is learnt of a need kept for later may bring it back at once: it was kept on what was known then."""

from collections.abc import Callable
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus, Level
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.intake.later import fetched_back
from alongside.core.intake.queue import level_of, wait_until
from alongside.core.state import Incident

Decide = Callable[[Asking, Any], tuple[Fact, ...]]


def brings_back(decide: Decide) -> Decide:
    """What is learnt of a need kept for later brings it back at once where it is worse than what was known."""

    def decided(asking: Asking, request: Any) -> tuple[Fact, ...]:
        told = decide(asking, request)
        incident = asking.incident(request.incident)
        if incident.status is not IncidentStatus.SCHEDULED or not any(_is_worse(incident, fact) for fact in told):
            return told
        level = max((fact.level for fact in told if isinstance(fact, f.LevelSet)), default=level_of(asking, incident))
        waits = wait_until(asking, level, asking.now)
        opened = f.IncidentOpened(area_stream(incident.area), asking.at, incident.id, "worse", waits)
        return (*told, opened, *fetched_back(asking, incident))

    return decided


def _is_worse(incident: Incident, fact: Fact) -> bool:
    if isinstance(fact, f.LevelSet):
        known = Level.MODERATE if incident.level is None else incident.level
        return fact.level > known or not set(fact.hard_stops) <= set(incident.hard_stops)
    if isinstance(fact, f.RedFlagReported):
        return fact.state == "yes"
    return isinstance(fact, f.WeaponReported) and fact.state in ("seen", "reported")
