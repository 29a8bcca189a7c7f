"""How a reason is said, and a drive: minutes and between which bounds."""

from typing import Any

from alongside.core.party import Reason
from alongside.core.state import Incident
from alongside.core.travel import Mode
from alongside.roads.travel import RoadTravel
from alongside.server.site.rows import View
from alongside.server.site.sentences import say_reason


def say(view: View, reason: Reason) -> str:
    """One reason as a sentence in the reader's language."""
    return say_reason(reason, view.names, view.board, view.language)


def drive_words(travel: RoadTravel, drive_ms: int | None, mode: Mode, incident: Incident) -> dict[str, Any] | None:
    """Minutes to drive, and between which bounds; None where the place or the road is not known."""
    if drive_ms is None or incident.spot is None:
        return None
    found = travel.range(drive_ms, mode, incident.uncertainty_m)
    return {"minutes": minutes_of(drive_ms), "low": minutes_of(found.low_ms), "high": minutes_of(found.high_ms), "code": found.code}


def minutes_of(ms: int) -> int:
    """Whole minutes, at least one."""
    return max(1, round(ms / 60_000))
