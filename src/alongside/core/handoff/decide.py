"""Which function of hand-off answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.handoff import asking_back, door, reserving
from alongside.core.handoff import requests as r
from alongside.core.signing import decide as signing
from alongside.core.transport import contents as transport

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.SetCapacity: reserving.set_capacity,
    r.SetDiversion: reserving.set_diversion,
    r.ReservePlace: reserving.reserve_place,
    r.AgreeToReceive: reserving.agree_to_receive,
    r.DeclineToReceive: reserving.decline_to_receive,
    r.TakeBackReservation: reserving.take_back,
    r.ReleasePerson: door.release_person,
    r.AskBack: asking_back.ask_back,
    r.AnswerBack: asking_back.answer_back,
    r.RecordWish: asking_back.record_wish,
    **signing.DECIDE,
    **transport.DECIDE,  # the way there belongs to the place
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.RESERVATION: reserving.reservation_due,
    **transport.DUE,
}
