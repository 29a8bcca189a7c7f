"""Whether the asker works, or worked, with somebody: what most of the rules about whose word it is come down to."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.state import Incident


def is_responsible(asking: Asking, request: Any) -> bool:
    """The person named is in the asker's own care."""
    episode = asking.board.episodes.find(request.episode)
    return episode is None or episode.responsible is None or episode.responsible.id == asking.by.seat


def works_with_person(asking: Asking, request: Any) -> bool:
    """In the asker's care, or of an incident the asker's crew is or was on: what came of it is often written afterwards."""
    episode = asking.board.episodes.find(request.episode)
    return episode is None or is_responsible(asking, request) or was_sent(asking, asking.board.incidents.find(episode.incident))


def works_incident(asking: Asking, request: Any) -> bool:
    """The asker's crew is or was on it."""
    return was_sent(asking, asking.board.incidents.find(request.incident))


def was_sent(asking: Asking, incident: Incident | None) -> bool:
    """Whether the asker's own unit is or was on it."""
    return incident is None or any(asking.assignment(id).unit == asking.by.seat for id in incident.assignments)
