"""When and where the calls of a replayed day were, for its drawings."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from alongside.library.programs.profile import Profile
from alongside.server.replay.calls import RealCall


def list_places(profile: Profile, calls: Sequence[RealCall]) -> dict[str, Any]:
    """Degrees of where calls were taken to be, with how many, and of the posts crews leave from."""
    counts = Counter(call.spot for call in calls if call.spot is not None)
    used = {unit.post for unit in profile.units}
    posts = [(post.spot.lat / 1e6, post.spot.lon / 1e6) for post in profile.area.posts if post.id in used]
    return {"calls": [(spot.lat / 1e6, spot.lon / 1e6, count) for spot, count in sorted(counts.items())], "posts": posts}


def count_hours(calls: Sequence[RealCall], zone: str) -> list[int]:
    """Calls by local hour, 0 to 23."""
    hours = Counter(datetime.fromtimestamp(call.at / 1000, ZoneInfo(zone)).hour for call in calls)
    return [hours[hour] for hour in range(24)]
