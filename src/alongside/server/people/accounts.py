"""Accounts of staff: added, changed, closed and opened, each change written down. Pages and the command line come here."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.sharing.access import ROLES
from alongside.server.people.epoch import raise_epoch
from alongside.server.people.models import Staff
from alongside.server.people.sessions import end_sessions
from alongside.server.people.written import COMMAND_LINE, By, write_down

HUMAN_ROLES = ROLES - {"system"}


SUPERVISES_INTERNS = frozenset({"clinician"})  # whoever signs must be able to read it, and to answer for care


CLI = By(COMMAND_LINE)


class AccountRefused(Exception):
    """The account cannot be changed like this; the message is one sentence."""


def check(password: str, user: object) -> None:
    """Raise :class:`AccountRefused` with every reason why this is a weak password."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise AccountRefused(" ".join(weak.messages)) from weak


def check_details(role: str, supervisor: str, until: datetime | None) -> Staff | None:
    """Whoever supervises an intern. Raises :class:`AccountRefused`."""
    if until and until <= timezone.now():
        raise AccountRefused(_("The account would have ended already: choose a later day."))
    if role != "intern":
        return None
    found = Staff.objects.filter(id=supervisor, role__in=SUPERVISES_INTERNS, user__is_active=True).first()
    if found is None:
        raise AccountRefused(_("An intern works under somebody: name a clinician."))
    return found


def get(id: str) -> Staff:
    """The member of staff. Raises :class:`AccountRefused`."""
    found = Staff.objects.select_related("user").filter(id=id).first()
    if found is None:
        raise AccountRefused(f"There is nobody with the id “{id}”: “alongside staff list” shows everybody.")
    return found


def change(staff: Staff, told: dict[str, object], by: By) -> list[str]:
    """Other details; the names of those that changed. Another role or agency ends this person's sessions."""
    overseer = check_details(str(told["role"]), str(told.pop("supervisor", "")), told.get("ends_at"))  # type: ignore[arg-type]
    told = {**told, "supervised_by": overseer}
    changed = [name for name, value in told.items() if getattr(staff, name) != value]
    for name in changed:
        setattr(staff, name, told[name])
    if "role" in changed:
        must_leave_an_administrator(staff, told["role"] == "administrator")
    staff.save(update_fields=changed or None)
    if changed:
        write_down("changed", by, staff.id, ", ".join(changed))
    if {"role", "agency"} & set(changed):
        end_sessions(staff.user)
    raise_epoch()
    return changed


def must_leave_an_administrator(staff: Staff, stays: bool) -> None:
    """Raise :class:`AccountRefused` where nobody would be left who may change accounts."""
    others = Staff.objects.filter(role="administrator", user__is_active=True).exclude(id=staff.id)
    was_one = Staff.objects.filter(id=staff.id, role="administrator", user__is_active=True).exists()
    if was_one and not stays and not others.exists():
        raise AccountRefused(_("This is the only administrator: make somebody else one first."))
