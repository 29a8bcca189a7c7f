"""At the command line somebody shows who they are, by what they sign in with at a page, under the same lock-out policy."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate

from alongside.core.party import Actor
from alongside.server.people.accounts import AccountRefused
from alongside.server.people.lockout import begin_try, forget, note_wrong, why_not
from alongside.server.people.models import Staff
from alongside.server.people.sitting import actor_of
from alongside.server.people.standing import has_second_factor, what_is_due, why_closed
from alongside.server.people.used_codes import use_once
from alongside.server.people.written import COMMAND_LINE, By, write_down

CODES = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
Ask = Callable[[str], str]


def prove(id: str, ask: Ask) -> Actor:
    """The person of that id, by password and, where they have one, second factor. Raises :class:`AccountRefused` with one sentence."""
    staff = Staff.objects.filter(id=id).select_related("user").first()
    name = staff.user.username if staff else id[:150]
    if not begin_try(name):
        raise AccountRefused(f"{id}: {why_not(name)}")
    user = authenticate(None, username=name, password=ask(f"Password of {id}: "))
    if staff is None or user != staff.user or why_closed(staff):
        note_wrong(name, COMMAND_LINE)
        raise AccountRefused(f"{id}: {why_not(name)}")
    forget(name)
    if what_is_due(staff, {}):
        raise AccountRefused(f"{id}: sign in at a page once, and do there what is asked first.")
    if has_second_factor(staff.user_id):
        _prove_code(staff, ask)
    write_down("confirmed", By(staff.id, COMMAND_LINE), staff.id)
    return actor_of(staff, "", "")


def _prove_code(staff: Staff, ask: Ask) -> None:
    factors = list(Authenticator.objects.filter(user_id=staff.user_id, type__in=CODES))
    if not factors:
        raise AccountRefused(f"{staff.id}: a passkey cannot be shown here. Sign on the page Records.")
    name = staff.user.username
    if not begin_try(name, "code"):
        raise AccountRefused(f"{staff.id}: {why_not(name)}")
    code = ask(f"Code of the authenticator app of {staff.id}: ").strip()
    if not any(one.wrap().validate_code(code) for one in factors):
        note_wrong(name, COMMAND_LINE, "code")
        raise AccountRefused(f"{staff.id}: the code is wrong.")
    if not use_once(staff.user_id, code):
        raise AccountRefused(f"{staff.id}: this code was used already. Wait for the next one.")
    forget(name, "code")
