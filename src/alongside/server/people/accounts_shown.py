"""Everybody, for the command line."""

from alongside.server.people.lockout import is_locked
from alongside.server.people.models import MachineClient, Staff
from alongside.server.people.standing import why_closed


def show() -> str:
    """Everybody, one line each; machines last."""
    staff = [f"{one.id:<20} {one.role:<22} {state_of(one):<12} {one.name}" for one in Staff.objects.select_related("user").order_by("id")]
    machines = [
        f"{one.id:<20} {one.role:<22} {'on' if one.enabled else 'OFF':<12} {one.name} (machine)"
        for one in MachineClient.objects.order_by("id")
    ]
    return "\n".join([*staff, *machines]) or "There is nobody yet: “alongside staff first ID --name NAME” adds the first administrator."


def state_of(staff: Staff) -> str:
    """on, LOCKED, or why the account is closed."""
    closed = {"switched_off": "OFF", "ended": "ENDED", "inactive": "INACTIVE"}.get(why_closed(staff), "")
    return closed or ("LOCKED" if is_locked(staff.user.username) else "on")
