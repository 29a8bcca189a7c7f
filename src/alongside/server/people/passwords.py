"""Passwords that are easy to guess for somebody who knows this place, a birthday, or a list of leaked ones."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What everybody here would try first; the guide lists them. A password that is little more than these is refused.
OF_HERE = (
    "alongside",
    "behavioral",
    "clinician",
    "crisis",
    "dispatch",
    "emergency",
    "health",
    "mobile",
    "police",
    "response",
    "911",
    "988",
)
MUST_REMAIN = 6
DATES = ("%Y%m%d", "%d%m%Y", "%m%d%Y")
LEAKED = "leaked-passwords.txt"  # in the data folder: SHA-1 in hexadecimal, sorted, one a line, a count after a colon allowed


class NotOfHere:
    """More than words of this work."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ``ValidationError``."""
        rest = password.casefold()
        for word in OF_HERE:
            rest = rest.replace(word, "")
        if len(rest) < MUST_REMAIN and rest != password.casefold():
            raise ValidationError(_("This is little more than words of your work: add others."))

    def get_help_text(self) -> str:
        """For the list above the form."""
        return _("It must be more than words of your work, like crisis or dispatch.")


class NotADay:
    """No birthday. Digits are as good as letters otherwise."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ``ValidationError``."""
        digits = password.translate(str.maketrans("", "", " -./"))
        if digits.isdecimal() and len(digits) == 8 and any(_is_day(digits, shape) for shape in DATES):
            raise ValidationError(_("This is a date: dates are tried first."))

    def get_help_text(self) -> str:
        """For the list above the form."""
        return _("It must not be a date.")


def _is_day(digits: str, shape: str) -> bool:
    try:
        return 1900 <= datetime.strptime(digits, shape).year <= 2100
    except ValueError:
        return False


class NotLeaked:
    """None of the list of leaked passwords an agency keeps in its data folder. It is looked up here; nothing is sent anywhere."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ``ValidationError``."""
        wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
        if wanted in {found.upper() for found in look_up(settings.OPTIONS.data / LEAKED, wanted)}:
            raise ValidationError(_("This password is on a list of leaked ones: choose another."))

    def get_help_text(self) -> str:
        """For the list above the form."""
        return _("It must not be on a list of leaked or common passwords.")


def look_up(path: Path, wanted: str) -> Iterator[str]:
    """The line of a sorted file where ``wanted`` would stand, found by halving: such lists are larger than memory."""
    if not path.exists():
        return
    with path.open("rb") as file:
        low, high = 0, path.stat().st_size
        while high - low > 1:
            middle = (low + high) // 2
            file.seek(middle)
            file.readline()  # the rest of a line
            found = file.readline()
            if found and found[:40].decode("ascii", "replace").upper() <= wanted:
                low = middle
            else:
                high = middle
        file.seek(low)
        for line in (file.readline(), file.readline()):
            yield line[:40].decode("ascii", "replace")
