"""Rules of seats that look through the thing a request names: whose it is, or about whom."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.sharing.working_with import works_with_person


def works_with_rider(asking: Asking, request: Any) -> bool:
    """Whoever works with the person a ride is for."""
    found = asking.board.rides.find(request.ride)
    return found is None or works_with_person(asking, found)


def works_with_reserved_for(asking: Asking, request: Any) -> bool:
    """Whoever works with the person a place is reserved for; the place itself says no, and why."""
    found = asking.board.reservations.find(request.reservation)
    return found is None or works_with_person(asking, found)


def works_with_restrained(asking: Asking, request: Any) -> bool:
    """Whoever works with the person a restraint is put on."""
    found = asking.board.restraints.find(request.restraint)
    return found is None or works_with_person(asking, found)


def own_assignment(asking: Asking, request: Any) -> bool:
    """An assignment of the asker's own unit."""
    found = asking.board.assignments.find(request.assignment)
    return found is None or found.unit == asking.by.seat


def crew_said_so(asking: Asking, request: Any) -> bool:
    """A hazard a crew reported: what a caller, an officer or a register said is the desk's to withdraw."""
    found = asking.board.hazards.find(request.hazard)
    return found is None or found.source == "crew"


def is_receiver(asking: Asking, request: Any) -> bool:
    """The receiver of a message."""
    found = asking.board.messages.find(request.message)
    return found is None or found.to == asking.by.seat
