"""Reading staff."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alongside.server.people.models import Staff


def list_names() -> dict[str, str]:
    """Name by staff id."""
    return dict(Staff.objects.values_list("id", "name"))


def list_agencies() -> dict[str, str]:
    """Organization by staff id; "" for those without one."""
    return dict(Staff.objects.values_list("id", "agency"))


def list_overseers() -> dict[str, str]:
    """Who supervises whom."""
    return dict(Staff.objects.filter(supervised_by__isnull=False).values_list("id", "supervised_by_id"))


def list_designated(zone: str) -> dict[str, int]:
    """Until when (ms UTC) somebody may write legal holds: the end of their last day, where they work."""
    days = Staff.objects.filter(hold_until__isnull=False).values_list("id", "hold_until")
    ends = ((id, datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))) for id, day in days)
    return {id: round(end.timestamp() * 1000) for id, end in ends}


def list_shown() -> list[Staff]:
    """The invented people of a demo, those to begin with first."""
    return list(Staff.objects.filter(from_roster=True, user__is_active=True).order_by("-shown_first", "role", "name"))


def list_active(roles: Iterable[str]) -> list[Staff]:
    """Everybody of these roles whose account works today, by name."""
    return list(Staff.objects.filter(role__in=list(roles), user__is_active=True).order_by("name"))
