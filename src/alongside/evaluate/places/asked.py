"""One row a question to a place: what was shown, what came. Feed it a whole ledger, then every new fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.core.fact import Fact
from alongside.core.handoff import facts as h


@dataclass(slots=True)
class Asked:
    """``chance`` in thousandths, None where none was shown (a door that never declines). ``answer``: yes, no, none, advised or ""."""

    facility: str
    service: str
    at: int
    hour: int
    standing: str
    chance: int | None
    answer: str = ""
    reason: str = ""
    answered_ms: int | None = None


class AskedPlaces:
    """Questions by reservation, and waits at the door by facility."""

    def __init__(self) -> None:
        self.rows: dict[str, Asked] = {}
        self.doors: list[tuple[str, int, int]] = []  # facility, at, ms from arrival to hand-over

    def take(self, fact: Fact) -> None:
        """One more fact; others are passed over."""
        read = READ.get(type(fact))
        if read is not None:
            read(self, fact)

    def between(self, since: int, until: int) -> list[Asked]:
        """Questions asked in a period."""
        return [one for one in tuple(self.rows.values()) if since <= one.at < until]

    def answer(self, reservation: str, at: int, answer: str, reason: str = "") -> None:
        """What came; a no after a yes is a no, a second yes changes nothing."""
        one = self.rows.get(reservation)
        if one is None or (one.answer and answer != "no"):
            return
        if answer != "none" and one.answered_ms is None:
            one.answered_ms = max(0, at - one.at)
        one.answer, one.reason = answer, reason


def _asked(asked: AskedPlaces, fact: h.PlaceReserved) -> None:
    asked.rows[fact.reservation] = Asked(fact.facility, fact.service, fact.at, fact.hour, fact.standing, fact.chance)


def _handed(asked: AskedPlaces, fact: h.HandedOver) -> None:
    if fact.arrived_at is not None:
        asked.doors.append((fact.facility, fact.at, max(0, fact.at - fact.arrived_at)))


READ: Mapping[type[Fact], Callable[[AskedPlaces, Any], None]] = {
    h.PlaceReserved: _asked,
    h.AgreedToReceive: lambda asked, fact: asked.answer(fact.reservation, fact.at, "yes"),
    h.DeclinedToReceive: lambda asked, fact: asked.answer(fact.reservation, fact.at, "no", fact.reason),
    h.DiversionAdvised: lambda asked, fact: asked.answer(fact.reservation, fact.at, "advised", fact.reason),
    h.ReservationLapsed: lambda asked, fact: asked.answer(fact.reservation, fact.at, "none"),
    h.HandedOver: _handed,
}
