"""How old what a directory says is, in words."""

from django.utils.translation import gettext, ngettext

from alongside.core.directory.service import Service


def say_confirmed(one: Service, now: int) -> str:
    """“last confirmed 14 months ago”."""
    months = one.months_since(now)
    if months is None:
        return gettext("nobody has confirmed this yet: call first")
    if not months:
        return gettext("confirmed within a month")
    return ngettext("last confirmed {months} month ago", "last confirmed {months} months ago", months).format(months=months)
