"""Hours as they leave for evaluation: in bands of four. What moves with the clock tells, asked twice, of the one call between."""

from datetime import datetime
from zoneinfo import ZoneInfo

BAND_HOURS = 4  # as in core/sharing/release.py


def begin_of_band(now: int, zone: str) -> int:
    """The last 0, 4, 8, 12, 16 or 20 o'clock by the wall clock; both ms UTC."""
    local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    return round(local.replace(hour=local.hour // BAND_HOURS * BAND_HOURS, minute=0, second=0, microsecond=0).timestamp() * 1000)
