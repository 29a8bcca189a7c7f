"""Accounts of staff and machine clients, changed from the command line."""

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.server.people.epoch import raise_epoch
from alongside.server.people.machines import add_machine
from alongside.server.people.models import MachineClient, Staff


class AccountRefused(Exception):
    """The account cannot be changed like this; the message is one sentence."""


@transaction.atomic
def add(id: str, name: str, role: str, password: str, agency: str = "", seat: str = "") -> str:
    """A new member of staff. Raises :class:`AccountRefused` for a taken id or a weak password."""
    users = get_user_model()
    if users.objects.filter(username=id).exists():
        raise AccountRefused(f"There is somebody with the id “{id}” already: choose another, or use “password {id}”.")
    user = users(username=id, first_name=name)
    check(password, user)
    user.set_password(password)
    user.save()
    Staff.objects.create(id=id, user=user, name=name, role=role, agency=agency, seat=seat)
    raise_epoch()
    return f"{name} may sign in as {id} ({role})."


def check(password: str, user: object) -> None:
    """Raise :class:`AccountRefused` with every reason why this is a weak password."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise AccountRefused(" ".join(weak.messages)) from weak


def get(id: str) -> Staff:
    """The member of staff. Raises :class:`AccountRefused`."""
    found = Staff.objects.select_related("user").filter(id=id).first()
    if found is None:
        raise AccountRefused(f"There is nobody with the id “{id}”: “alongside staff list” shows everybody.")
    return found


def show() -> str:
    """Everybody, one line each; machines last."""
    staff = [
        f"{one.id:<20} {one.role:<22} {'on ' if one.user.is_active else 'OFF'} {one.name}"
        for one in Staff.objects.select_related("user").order_by("id")
    ]
    machines = [
        f"{one.id:<20} {one.role:<22} {'on ' if one.enabled else 'OFF'} {one.name} (machine)"
        for one in MachineClient.objects.order_by("id")
    ]
    return "\n".join([*staff, *machines]) or "There is nobody yet: “alongside staff add ID --name NAME --role ROLE”."


def disable(id: str) -> str:
    """Switch an account or a machine off; whoever uses it is out within a second."""
    if MachineClient.objects.filter(id=id).update(enabled=False):
        raise_epoch()
        return f"The machine {id} is switched off."
    found = get(id)
    found.user.is_active = False
    found.user.save()
    raise_epoch()
    return f"{found.name} is switched off and signed out."


def enable(id: str) -> str:
    """Switch an account on again."""
    if MachineClient.objects.filter(id=id).update(enabled=True):
        return f"The machine {id} is switched on."
    found = get(id)
    found.user.is_active = True
    found.user.save()
    return f"{found.name} may sign in again."


def set_password(id: str, password: str) -> str:
    """Another password; sessions begun with the old one end."""
    found = get(id)
    check(password, found.user)
    found.user.set_password(password)
    found.user.save()
    raise_epoch()
    return f"{found.name} has a new password."


def add_machine_client(id: str, name: str, role: str, agency: str = "", seat: str = "") -> str:
    """Register a machine client, or give it a new token."""
    token = add_machine(id, name, role, agency, seat)
    raise_epoch()
    return f"Token of {id}, shown only now:\n{token}"
