"""A minute somebody asks for."""

from datetime import datetime
from zoneinfo import ZoneInfo


def read_moment(text: str, zone: str) -> int | None:
    """A local time of a form as ms UTC; None where it is none."""
    try:
        return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
