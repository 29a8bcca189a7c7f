"""Messages between desks and crews, and what is known of places."""

from alongside.core.asking import Asking
from alongside.core.codes import UnitService
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.fact import Fact, area_stream
from alongside.core.refused import Refused

YEAR_MS = 366 * 86_400_000


def send_message(asking: Asking, request: r.SendMessage) -> tuple[Fact, ...]:
    """Words to a unit or desk; off duty means silent."""
    if not request.words:
        raise Refused("message_empty", to=request.to)
    if request.message in asking.board.messages:
        raise Refused("message_exists", message=request.message)
    unit, desk = asking.board.units.find(request.to), asking.board.positions.find(request.to)
    if unit is None and desk is None:
        raise Refused("receiver_unknown", to=request.to)
    if unit is not None and unit.service is UnitService.OFF_DUTY:
        raise Refused("unit_off_duty", unit=unit.call_sign)
    area = unit.area if unit else desk.area if desk else ""
    stream = area_stream(area)
    sender = asking.by.seat or asking.by.staff
    return (f.MessageSent(stream, asking.at, request.message, request.to, sender, request.incident, request.words),)


def read_message(asking: Asking, request: r.ReadMessage) -> tuple[Fact, ...]:
    """The receiver opened it."""
    message = asking.board.messages.find(request.message)
    if message is None:
        raise Refused("message_unknown", message=request.message)
    if message.read_at is not None:
        return ()
    return (f.MessageRead(area_stream(asking.rules.program.area), asking.at, message.id),)


def record_hazard(asking: Asking, request: r.RecordHazard) -> tuple[Fact, ...]:
    """A flag has a source, an author and a review date within twelve months (privacy-rules.md, rule 8)."""
    if not asking.now < request.review_at <= asking.now + YEAR_MS:
        raise Refused("hazard_review_date", hazard=request.hazard)
    if request.hazard in asking.board.hazards:
        raise Refused("hazard_exists", hazard=request.hazard)
    stream = area_stream(asking.rules.program.area)
    return (f.HazardRecorded(stream, asking.at, request.hazard, request.code, request.spot, request.source, request.review_at),)


def withdraw_hazard(asking: Asking, request: r.WithdrawHazard) -> tuple[Fact, ...]:
    """No longer so."""
    hazard = asking.board.hazards.find(request.hazard)
    if hazard is None or hazard.withdrawn:
        raise Refused("hazard_unknown", hazard=request.hazard)
    return (f.HazardWithdrawn(area_stream(asking.rules.program.area), asking.at, hazard.id),)
