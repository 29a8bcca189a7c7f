"""Accounts closed and opened again, and what is taken away from them."""

from django.utils import timezone

from alongside.server.people.accounts import CLI, check, get, must_leave_an_administrator
from alongside.server.people.epoch import raise_epoch
from alongside.server.people.lockout import release
from alongside.server.people.models import MachineClient, Staff
from alongside.server.people.sessions import end_sessions
from alongside.server.people.written import COMMAND_LINE, By, write_down


def close(staff: Staff, by: By, kind: str = "switched_off") -> str:
    """Switch an account off; whoever uses it is out within a second."""
    if by.staff != COMMAND_LINE:
        must_leave_an_administrator(staff, False)
    staff.user.is_active = False
    staff.user.save(update_fields=["is_active"])
    end_sessions(staff.user)
    write_down(kind, by, staff.id)
    raise_epoch()
    return f"{staff.name} is switched off and signed out."


def open_again(staff: Staff, by: By) -> str:
    """Switch an account on again: inactivity counts from now; an end that has passed is taken away; a lock is released."""
    staff.user.is_active, staff.enabled_at = True, timezone.now()
    if staff.ends_at and staff.ends_at <= timezone.now():
        staff.ends_at = None
    staff.user.save(update_fields=["is_active"])
    staff.save(update_fields=["enabled_at", "ends_at"])
    release(staff, by)
    write_down("switched_on", by, staff.id)
    return f"{staff.name} may sign in again."


def set_password(staff: Staff, password: str, by: By, must_change: bool = False) -> str:
    """Another password; sessions begun with the old one end."""
    check(password, staff.user)
    staff.user.set_password(password)
    staff.user.save(update_fields=["password"])
    staff.must_change = must_change
    staff.save(update_fields=["must_change"])
    end_sessions(staff.user)
    write_down("password_given", by, staff.id)
    raise_epoch()
    return f"{staff.name} has a new password."


def take_factors_away(staff: Staff, by: By) -> str:
    """Somebody lost the telephone: no passkey, app, recovery code or binding to the agency's identity provider counts any more."""
    staff.user.authenticator_set.all().delete()
    unbound, _ = staff.user.socialaccount_set.all().delete()
    end_sessions(staff.user)
    write_down("factors_removed", by, staff.id, "provider" if unbound else "")
    raise_epoch()
    return f"{staff.name} has no second factor any more."


def disable(id: str) -> str:
    """Switch an account or a machine off."""
    if MachineClient.objects.filter(id=id).update(enabled=False):
        raise_epoch()
        return f"The machine {id} is switched off."
    return close(get(id), CLI)


def enable(id: str) -> str:
    """Switch an account or a machine on again."""
    if MachineClient.objects.filter(id=id).update(enabled=True):
        return f"The machine {id} is switched on."
    return open_again(get(id), CLI)
