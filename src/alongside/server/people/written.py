"""What happened to accounts, written down for whoever reviews it."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.server.people.models import WrittenDown
from alongside.server.people.staff import list_names

COMMAND_LINE = "command line"
WORDS = {
    "added": _("Account added"),
    "changed": _("Details changed"),
    "ended": _("Account ended"),
    "switched_off": _("Shut out"),
    "switched_on": _("Opened again"),
    "signed_in": _("Signed in"),
    "signed_out": _("Signed out"),
    "confirmed": _("Confirmed who they are"),
    "sign_in_refused": _("Wrong password or code"),
    "locked": _("Locked after too many wrong tries"),
    "released": _("Lock released"),
    "session_ended": _("Session ended"),
    "password_changed": _("Password changed"),
    "password_given": _("Password given by somebody else"),
    "factors_removed": _("Second factors taken away"),
    "provider_bound": _("Bound to the organization's sign-in"),
    "provider_refused": _("Turned away: bound to another at the organization's sign-in"),
    "app_added": _("Authenticator app added"),
    "app_removed": _("Authenticator app removed"),
    "passkey_added": _("Passkey added"),
    "passkey_removed": _("Passkey removed"),
    "codes_renewed": _("Recovery codes renewed"),
    "own_contact": _("Own phone or address kept for comparing"),
    "audit_read": _("Access report read"),
    "audit_failed": _("The audit failed, and works again"),
    "audit_reviewed": _("Audit of the week gone through"),
    "paper_infected": _("Sent a file the virus scanner refused"),
    "machine_token": _("Token given to a machine"),
    "workstation_named": _("Workstation named"),
    "workstation_ended": _("Workstation ended"),
}


class By(NamedTuple):
    """Who does something to an account, and from where."""

    staff: str
    source: str = ""


class Line(NamedTuple):
    """One row as read: when (ms UTC), what, by whom, from where, which fields."""

    at: int
    what: str
    by: str
    source: str
    detail: str


def by_request(request: HttpRequest) -> By:
    """The person behind a page's request; empty before they are known."""
    staff = getattr(request.user, "staff", None) if request.user.is_authenticated else None
    return By(staff.id if staff else "", request.META.get("REMOTE_ADDR", ""))


def write_down(kind: str, by: By, about: str = "", detail: str = "") -> None:
    """Add a row. ``kind`` and ``detail`` are codes and field names, never words somebody typed."""
    WrittenDown.objects.create(kind=kind, by=by.staff, about=about, source=by.source, detail=detail[:200])


class LastTime(NamedTuple):
    """When and from where somebody signed in before, and how many tries at their name were wrong since."""

    at: int
    source: str
    wrong: int


def last_time(staff: str) -> LastTime | None:
    """Told at the next sign-in: whoever reads of a visit that was not theirs can say so."""
    rows = WrittenDown.objects.filter(about=staff)
    before = rows.filter(kind="signed_in").order_by("-at", "-id").first()
    if before is None:
        return None
    wrong = rows.filter(kind="sign_in_refused", at__gt=before.at).count()
    return LastTime(int(before.at.timestamp() * 1000), before.source, wrong)


def list_about(staff: str, most: int = 50) -> list[Line]:
    """The newest rows about somebody."""
    names = list_names()
    rows = WrittenDown.objects.filter(about=staff).order_by("-at", "-id")[:most]
    return [
        Line(int(one.at.timestamp() * 1000), str(WORDS.get(one.kind, one.kind)), names.get(one.by, one.by), one.source, one.detail)
        for one in rows
    ]
