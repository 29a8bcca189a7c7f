"""Whether two accounts are two people, as far as what was written down of them can say."""

from django.db.models import Q

from alongside.server.people.models import WrittenDown
from alongside.server.people.written import COMMAND_LINE

GAVE = ("added", "switched_on", "password_given", "factors_removed")  # whoever did one of these could have entered as that person
MADE = (*GAVE, "changed")
STANDING = ("role", "agency")  # a changed name or seat makes nobody else of them


def stands_since(staff: str) -> int:
    """Since when (ms UTC) this account has had its role and its ways in from others; 0 where nobody ever changed it."""
    rows = WrittenDown.objects.filter(about=staff, kind__in=MADE).exclude(by=staff).order_by("-at")
    return max((round(row.at.timestamp() * 1000) for row in rows if is_making(row)), default=0)


def are_tied(one: str, other: str) -> bool:
    """Whether either of them made the other's account, changed what it may, or opened a way into it."""
    mutual = Q(about=one, by=other) | Q(about=other, by=one)
    return any(is_making(row) for row in WrittenDown.objects.filter(mutual, kind__in=MADE))


def made_both(one: str, other: str) -> list[str]:
    """Who, being neither, made both accounts or opened a way into both: alone they could have been both. Not the server's own machine."""
    first, second = ({row.by for row in WrittenDown.objects.filter(about=staff, kind__in=MADE) if is_making(row)} for staff in (one, other))
    return sorted((first & second) - {one, other, COMMAND_LINE, ""})


def is_making(row: WrittenDown) -> bool:
    """A change counts where it changed what the account may."""
    return row.kind != "changed" or any(name in row.detail.split(", ") for name in STANDING)
