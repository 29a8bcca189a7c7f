"""The wall clock of an area as planning keeps it: one offset for a whole run."""

from datetime import datetime
from zoneinfo import ZoneInfo


def east_of(zone: str, start: int) -> int:
    """How far this zone's clocks are ahead of UTC at that time, ms."""
    offset = datetime.fromtimestamp(start / 1000, ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() * 1000) if offset else 0
