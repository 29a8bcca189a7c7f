"""The wall clock of an area as planning keeps it: one offset for a whole run."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def east_of(zone: str, start: int) -> int:
    """How far this zone's clocks are ahead of UTC at that time, ms."""
    offset = datetime.fromtimestamp(start / 1000, ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() * 1000) if offset else 0


def monday(now: int, zone: str) -> int:
    """The local Monday 0:00 before this time, ms UTC."""
    local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    begins = (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(begins.timestamp() * 1000)
