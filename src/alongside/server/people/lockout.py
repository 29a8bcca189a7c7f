"""Name and password. After five wrong ones a name waits (NIST 800-53 AC-7; CJIS 5.5.3); nobody signed in is ever slowed."""

import time
from threading import Lock
from typing import Any

from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.server.people.models import Staff

MOST_TRIES = 5
WAIT_S = 600.0


class Lockout:
    """Counts wrong tries by name; forgets them after ten minutes, or at the right password."""

    def __init__(self) -> None:
        self._tries: dict[str, list[float]] = {}
        self._lock = Lock()

    def minutes_left(self, name: str) -> int:
        """How long this name must wait; 0 where it may try."""
        with self._lock:
            tries = self._recent(name)
            return 0 if len(tries) < MOST_TRIES else 1 + int((tries[0] + WAIT_S - time.monotonic()) // 60)

    def note_wrong(self, name: str) -> None:
        """One more wrong try."""
        with self._lock:
            self._tries[name] = [*self._recent(name), time.monotonic()]

    def forget(self, name: str) -> None:
        """The password was right."""
        with self._lock:
            self._tries.pop(name, None)

    def _recent(self, name: str) -> list[float]:
        since = time.monotonic() - WAIT_S
        return [at for at in self._tries.get(name, []) if at > since]


lockout = Lockout()


def check(request: HttpRequest) -> Any:
    """Name and password; None where they do not belong together or the name must wait."""
    name = request.POST.get("name", "")
    if lockout.minutes_left(name):
        return None
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if user is None or not Staff.objects.filter(user=user).exists():
        lockout.note_wrong(name)
        return None
    lockout.forget(name)
    return user


def why_not(name: str) -> str:
    """The same sentence for an unknown name, a wrong password and a switched-off account."""
    if minutes := lockout.minutes_left(name):
        return _("Too many tries. Wait %(minutes)s minutes, or ask the administrator.") % {"minutes": minutes}
    return _("Name and password do not belong together, or the account is switched off.")
