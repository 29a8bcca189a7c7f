"""The periods a measure can be looked at over, in the area's own days."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

LABELS = {"day": _("Last 24 hours"), "today": _("Today"), "week": _("Last 7 days"), "month": _("Last 30 days"), "all": _("Everything")}
DAYS = {"day": 1, "week": 7, "month": 30}
DEFAULT = "day"


class Period(NamedTuple):
    """A choice and its bounds, ms UTC; ``until`` is not in it."""

    id: str
    since: int
    until: int


def find_period(id: str, now: int, zone: str) -> Period:
    """The period of that name; the last 24 hours for a name nobody knows."""
    id = id if id in LABELS else DEFAULT
    if id == "all":
        return Period(id, 0, now + 1)
    if id == "today":
        local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        return Period(id, round(midnight.timestamp() * 1000), now + 1)
    return Period(id, now - round(timedelta(days=DAYS[id]).total_seconds() * 1000), now + 1)
