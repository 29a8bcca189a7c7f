"""Somebody new: the one way in for pages and the command line."""

from datetime import datetime
from secrets import choice

from django.contrib.auth import get_user_model
from django.db import transaction

from alongside.server.people.accounts import CLI, AccountRefused, check, check_details
from alongside.server.people.epoch import raise_epoch
from alongside.server.people.models import Staff
from alongside.server.people.written import By, write_down

CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing to mistake for something else when read aloud


@transaction.atomic
def add(
    id: str, name: str, role: str, password: str, agency: str = "", seat: str = "", *, until: datetime | None = None,
    supervisor: str = "", by: By = CLI, must_change: bool = False,
) -> str:  # fmt: skip
    """A new member of staff. Raises :class:`AccountRefused` for a taken id, a weak password or details that do not go together."""
    users = get_user_model()
    if users.objects.filter(username=id).exists():
        raise AccountRefused(f"There is somebody with the id “{id}” already: choose another, or use “password {id}”.")
    user = users(username=id, first_name=name)
    check(password, user)
    overseer = check_details(role, supervisor, until)
    user.set_password(password)
    user.save()
    more = {"ends_at": until, "must_change": must_change, "supervised_by": overseer}
    Staff.objects.create(id=id, user=user, name=name, role=role, agency=agency, seat=seat, **more)
    write_down("added", by, id, role)
    raise_epoch()
    return f"{name} may sign in as {id} ({role})."


def make_password() -> str:
    """One to be changed at its first use: about 79 random bits, readable aloud."""
    return "-".join("".join(choice(CLEAR) for _letter in range(4)) for _group in range(4))
