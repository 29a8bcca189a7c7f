"""A day of a form as a moment."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def read_day(text: str, zone: ZoneInfo, later: int) -> int | None:
    """The first ms (UTC) of a local day, or of the one ``later`` days after it; None where it is none."""
    try:
        day = date.fromisoformat(text) + timedelta(days=later)
        return int(datetime.combine(day, time(), zone).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
