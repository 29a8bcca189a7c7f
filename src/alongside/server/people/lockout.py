"""Passwords and codes. Five wrong ones in fifteen minutes lock a name until it is released (AC-7). Nobody signed in is slowed."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.server.people.door_names import key_of, locks_of
from alongside.server.people.models import SignInLock, Staff, WrongTry
from alongside.server.people.standing import why_closed
from alongside.server.people.written import By, write_down

FORGOTTEN_AFTER = timedelta(days=1)  # a lock on a name nobody bears


def is_locked(name: str) -> bool:
    """Whether this name waits for its release."""
    return locks_of(name).exists()


def begin_try(name: str, what: str = "password") -> bool:
    """Whether one more try counts. It is noted before it is judged, so that many at once are no more than one after another.

    Passwords and codes are counted apart: whoever knows a password may not forget wrong codes by it.
    """
    if is_locked(name):
        return False
    key, now, rules = key_of(f"{what}:{name}"), timezone.now(), settings.SIGN_IN
    since = now - timedelta(minutes=rules.within_minutes)
    WrongTry.objects.filter(at__lt=since).delete()
    WrongTry.objects.create(key=key, at=now)
    return WrongTry.objects.filter(key=key, at__gte=since).count() <= rules.tries


def note_wrong(name: str, source: str, what: str = "password") -> None:
    """The try just begun was wrong; the fifth locks the name."""
    staff = Staff.objects.filter(user__username=name).first()
    about = staff.id if staff else ""
    write_down("sign_in_refused", By("", source), about, what)
    if WrongTry.objects.filter(key=key_of(f"{what}:{name}")).count() < settings.SIGN_IN.tries:
        return
    SignInLock.objects.filter(about="", since__lt=timezone.now() - FORGOTTEN_AFTER).delete()
    _, is_new = SignInLock.objects.get_or_create(key=key_of(name), defaults={"about": about})
    if is_new:
        write_down("locked", By("", source), about)


def forget(name: str, what: str = "password") -> None:
    """It was right."""
    WrongTry.objects.filter(key=key_of(f"{what}:{name}")).delete()


def release(staff: Staff, by: By) -> bool:
    """Let passwords count again. False where nothing was locked."""
    for what in ("password", "code"):
        forget(staff.user.username, what)
    released, _ = locks_of(staff.user.username).delete()
    if released:
        write_down("released", by, staff.id)
    return bool(released)


def check(request: HttpRequest) -> Any:
    """Name and password; None where they do not belong together, the name is locked or the account is closed."""
    name, source = request.POST.get("name", "")[:150], request.META.get("REMOTE_ADDR", "")
    if not begin_try(name):
        return None
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    staff = Staff.objects.filter(user=user).first() if user else None
    if staff is None or why_closed(staff):
        note_wrong(name, source)
        return None
    forget(name)
    return user


def is_own_password(user: Any, password: str, source: str) -> bool:
    """Somebody signed in confirms who they are; wrong tries count here, too."""
    if not begin_try(user.username):
        return False
    if not user.check_password(password):
        note_wrong(user.username, source)
        return False
    forget(user.username)
    return True


def why_not(name: str) -> str:
    """The same sentence for an unknown name, a wrong password and a closed account."""
    if is_locked(name[:150]):
        return _("Too many wrong tries. Ask the administrator or the supervisor on shift to release this name. A passkey still works.")
    return _("Name and password do not belong together, or the account is closed.")
