"""What can be done to an account by a button."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.server.people.accounts import AccountRefused
from alongside.server.people.adding import make_password
from alongside.server.people.lockout import release
from alongside.server.people.models import Staff
from alongside.server.people.passing_on import pass_on
from alongside.server.people.standing_changed import close, open_again, set_password, take_factors_away
from alongside.server.people.written import By
from alongside.server.site.deployment import get_deployment

Done = Callable[[HttpRequest, Staff, By], dict[str, Any]]


def give_password(request: HttpRequest, staff: Staff, by: By) -> dict[str, Any]:
    """A password for one use."""
    password = make_password()
    set_password(staff, password, by, must_change=True)
    return {"password": password}


def end(request: HttpRequest, staff: Staff, by: By) -> dict[str, Any]:
    """Off duty, then off: refused while people in crisis are in this person's care."""
    held = pass_on(get_deployment(), request.actor, staff.id, "en")  # type: ignore[attr-defined]
    if held:
        raise AccountRefused(
            _("Not ended: somebody must take over first what is listed under “Works now”. Shut out at once if it cannot wait.")
        )
    close(staff, by, "ended")
    return {}


DO: dict[str, Done] = {
    "password": give_password,
    "factors": lambda request, staff, by: {"": take_factors_away(staff, by)},
    "release": lambda request, staff, by: {"": release(staff, by)},
    "open": lambda request, staff, by: {"": open_again(staff, by)},
    "shut_out": lambda request, staff, by: {"": close(staff, by)},
    "end": end,
}
