"""A clock that stands still until told, and the requests of a town's day."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from alongside.core.codes import AssignmentStatus, Origin
from alongside.core.dispatch import requests as dispatch
from alongside.core.intake import requests as intake
from alongside.core.request import Request
from alongside.ledger.ledger import Ledger
from tests.core.story import CREW, START, actor
from tests.core.town import CENTRE

_numbers = count(1)


class TownClock:
    """Milliseconds since the epoch, moved by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> int:
        return self.now


def ask(kind: type[Request], seat: str, **fields: Any) -> Request:
    """A request by whoever sits there, with an id of its own unless one is given."""
    given = {"id": f"q{next(_numbers)}", "by": actor(seat)} | fields
    return kind(**given)


def staffing() -> Iterator[Request]:
    """Everybody comes to work."""
    for desk, duty in (("desk-calls", "call_taker"), ("desk-dispatch", "dispatcher"), ("desk-lead", "supervisor")):
        yield ask(dispatch.TakePosition, desk, position=desk, area="town", duty=duty, staff=f"at-{desk}")
    for unit, (kind, members) in CREW.items():
        crew = {"unit": unit, "area": "town", "call_sign": unit, "crew_kind": kind, "members": members, "spot": CENTRE}
        yield ask(dispatch.SignOn, "desk-dispatch", **crew)


def call(incident: str = "i1", **fields: Any) -> Request:
    """Somebody rings 911 about one person."""
    place = {"area": "town", "origin": Origin.CALL_911, "position": "desk-calls", "spot": CENTRE}
    return ask(intake.TakeCall, "desk-calls", incident=incident, episodes=(f"{incident}-p1",), **place | fields)


def send(unit: str, incident: str = "i1", assignment: str = "") -> Request:
    """A unit is sent."""
    return ask(dispatch.AssignUnit, "desk-dispatch", incident=incident, unit=unit, assignment=assignment or f"{incident}-{unit}")


def report(unit: str, status: AssignmentStatus, incident: str = "i1", **fields: Any) -> Request:
    """The crew says where it stands."""
    return ask(dispatch.ReportStatus, unit, assignment=f"{incident}-{unit}", status=status, **fields)


def work_a_call(ledger: Ledger, incident: str = "i1", unit: str = "M12") -> None:
    """One call from ring to contact; everything is granted."""
    steps = (call(incident), send(unit, incident), *(report(unit, status, incident) for status in TO_THE_PERSON))
    for step in steps:
        receipt = ledger.record(step)
        assert receipt.granted, receipt


TO_THE_PERSON = (AssignmentStatus.ACKNOWLEDGED, AssignmentStatus.ENROUTE, AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON)


def open_town(ledger: Ledger) -> Ledger:
    """A ledger with everybody at work."""
    for receipt in ledger.record(list(staffing())):
        assert receipt.granted, receipt
    return ledger
