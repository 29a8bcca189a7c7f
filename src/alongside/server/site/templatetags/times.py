"""Times on pages: clock times in the area's zone, ages and limits that the browser keeps counting."""

from datetime import UTC, datetime
from datetime import date as Day
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from alongside.server.site.deployment import get_deployment

register = template.Library()
DAY_MS = 86_400_000


def local(at: int) -> datetime:
    """A moment in the area's zone."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(get_deployment().profile.area.zone))


def age(ms: int) -> str:
    """00:42, 06:10, 1:22:05: as ``web/src/site/clock.ts`` writes it."""
    seconds = max(0, ms // 1000)
    minutes, hours = seconds // 60, seconds // 3600
    return f"{minutes:02}:{seconds % 60:02}" if minutes < 60 else f"{hours}:{minutes % 60:02}:{seconds % 60:02}"


@register.simple_tag(takes_context=True)
def at(context: template.Context, moment: int | None) -> SafeString | str:
    """20:41 today, 14 Jan 20:41 on another day, 14 Jan 2027 20:41 in another year; nothing for no moment."""
    if moment is None:
        return ""
    then = local(moment)
    today = local(context["now"]).date()
    day = say_day(then) if then.year != today.year else f"{then.day} {_month(then)}"
    shown = f"{then:%H:%M}" if then.date() == today else f"{day} {then:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', then.isoformat(timespec="minutes"), shown)


@register.filter
def exact(moment: int) -> SafeString:
    """14 Jan 20:41:07, also of today: where minutes are counted."""
    then = local(moment)
    clock = f"{then.day} {_month(then)} {then:%H:%M:%S}"
    return format_html('<time datetime="{}">{}</time>', then.isoformat(timespec="seconds"), clock)


@register.filter
def short(moment: int) -> str:
    """14 Jan 20:41, as a plain label."""
    then = local(moment)
    return f"{then.day} {_month(then)} {then:%H:%M}"


@register.filter
def dated(moment: int) -> str:
    """14 Jan 2027, 20:41: on paper, where no day is today."""
    return f"{date(moment)}, {local(moment):%H:%M}"


@register.filter
def date(moment: int) -> str:
    """14 Jan 2027."""
    return say_day(local(moment))


@register.filter
def say_day(day: Day) -> str:
    """14 Jan 2027: of a day that is no moment."""
    return f"{day.day} {_month(day)} {day.year}"


@register.filter
def say_minute(then: datetime) -> str:
    """14 Jan 2027 20:41: as the clock it comes from shows it."""
    return f"{say_day(then)} {then:%H:%M}"


def _month(then: Day) -> str:
    return str(date_format(then, "M" if get_language() == "en" else "b"))  # in Spanish months are written small


@register.simple_tag(takes_context=True)
def since(context: template.Context, moment: int | None) -> SafeString | str:
    """How long ago, counting on."""
    if moment is None:
        return ""
    return format_html('<time data-since="{}">{}</time>', moment, age(context["now"] - moment))


@register.simple_tag(takes_context=True)
def until(context: template.Context, moment: int | None) -> SafeString | str:
    """How long until, counting down; late once past."""
    if moment is None:
        return ""
    left = moment - context["now"]
    return format_html('<time data-due="{}">{}{}</time>', moment, "+" if left < 0 else "−", age(abs(left)))


@register.simple_tag(takes_context=True)
def rough(context: template.Context, moment: int | None) -> str:
    """How far away in the largest fitting unit: 3 d, 5 h, 12 min; with a sign for the past."""
    if moment is None:
        return ""
    left: Any = abs(moment - context["now"])
    if left >= 2 * DAY_MS:
        return f"{left // DAY_MS} d"
    return f"{left // 3_600_000} h" if left >= 2 * 3_600_000 else f"{max(1, left // 60_000)} min"
