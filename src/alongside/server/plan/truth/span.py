"""The stretch of time in which life and twin are held beside each other."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.server.site.bands import begin_of_band


def stretch(days: int, now: int, zone: str) -> tuple[int, int]:
    """So many days, by the wall clock, until the band of four hours that ended last; ms UTC."""
    until = begin_of_band(now, zone)
    since = datetime.fromtimestamp(until / 1000, ZoneInfo(zone)) - timedelta(days=days)
    return round(since.timestamp() * 1000), until
