"""The stretch of time in which life and twin are held beside each other."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

# As hours leave for evaluation (core/sharing/release.py). A stretch that slides with the clock tells, asked twice, of the one call between.
BAND_HOURS = 4


def stretch(days: int, now: int, zone: str) -> tuple[int, int]:
    """So many days until 0, 4, 8, 12, 16 or 20 o'clock, whichever was last, by the wall clock; ms UTC."""
    local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    until = local.replace(hour=local.hour // BAND_HOURS * BAND_HOURS, minute=0, second=0, microsecond=0)
    return _ms(until - timedelta(days=days)), _ms(until)


def _ms(local: datetime) -> int:
    return round(local.timestamp() * 1000)
