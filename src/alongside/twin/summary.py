"""What came of a run, in a few figures."""

from collections import Counter
from statistics import median

from alongside.core.dispatch.facts import NeedUnmet
from alongside.core.intake.facts import CallTaken
from alongside.twin.run import Told


def summarise(lived: Told) -> dict[str, object]:
    """Counts of a run, and the median time from first ring to the first unit on scene, in minutes."""
    arrived = [one for one in lived.board.incidents if one.first_on_scene_at is not None]
    waits = [(one.first_on_scene_at or 0) - one.first_ring_at for one in arrived]
    ends = Counter(episode.ended.value if episode.ended else "still cared for" for episode in lived.board.episodes)
    return {
        "calls": sum(isinstance(fact, CallTaken) for fact in lived.facts),
        "people": len(lived.board.episodes),
        "requests": len(lived.requests),
        "requests_refused": len(lived.refused),
        "facts": len(lived.facts),
        "nobody_responsible": sum(one.responsible is None and one.ended is None for one in lived.board.episodes),
        "right_team_not_free": sum(isinstance(fact, NeedUnmet) for fact in lived.facts),
        "median_minutes_ring_to_scene": round(median(waits) / 60_000, 1) if waits else None,
        "episodes": dict(sorted(ends.items())),
    }
