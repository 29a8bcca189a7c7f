"""The day itself: calls ring when they rang, the city's desks and crews answer, every request goes through ``Ledger.record``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from alongside.core.clock import SYSTEM, next_due
from alongside.core.codes import Level, Origin
from alongside.core.fact import Fact
from alongside.core.intake.requests import SetLevel, TakeCall
from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.core.travel import Spot
from alongside.ledger.ledger import Ledger
from alongside.twin.city import City
from alongside.twin.people.scene import WORKSTATION

STEP_MS = 10_000
BEFORE_MS = 900_000  # desks and crews come on duty before the day begins
LONGEST_MS = 43_200_000  # how long after the day's end its last calls may still be worked
REASON = "type_mapping"


@dataclass(frozen=True, slots=True)
class RealCall:
    """One call of the record, with the level its type is taken to mean and where it is taken to have been."""

    incident: str
    number: str
    at: int
    type: str
    type_words: str
    level: Level
    origin: Origin
    spot: Spot | None
    uncertainty_m: int
    placed_by: str
    disposition_text: str
    disposition: str


@dataclass
class Clock:
    """The replay's time, ms UTC."""

    at: int = 0

    def now(self) -> int:
        """What time it is there."""
        return self.at


@dataclass
class Played:
    """What the ledger granted, and what it refused."""

    facts: list[Fact] = field(default_factory=list)
    requests: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def play(
    city: City, ledger: Ledger, clock: Clock, calls: Sequence[RealCall], span: tuple[int, int], watch: Callable[[int, Sequence[Fact]], None]
) -> Played:
    """Play from a little before ``span`` until its calls are done. ``watch(now, facts)`` sees every step."""
    played, waiting = Played(), list(reversed(calls))
    start, end = span
    for now in range(start - BEFORE_MS, end + LONGEST_MS, STEP_MS):
        clock.at = now
        tick_all(ledger, played, now)
        rung = []
        while waiting and waiting[-1].at <= now:
            rung.append(waiting.pop())
        with ledger.board() as board:
            asked: list[Request] = [one.request for one in city.step(board, now)]
            for call in rung:
                asked += ring(city, call, position_for(city, call.origin))
            is_over = now >= end and not waiting and not board.open_incidents
        watch(now, settle(ledger, played, asked, now))
        if is_over:
            break
    return played


def tick_all(ledger: Ledger, played: Played, now: int) -> None:
    """Every stored timer that has come due."""
    while True:
        with ledger.board() as board:
            tick = next_due(board)
        if tick is None or tick.due > now or not settle(ledger, played, [tick], now):
            return


def settle(ledger: Ledger, played: Played, asked: Sequence[Request], now: int) -> list[Fact]:
    """Record, in one commit; the facts that came of it."""
    if not asked:
        return []
    facts: list[Fact] = []
    for request, receipt in zip(asked, ledger.record(asked, at=now), strict=True):
        played.requests += 1
        facts += receipt.facts
        if not receipt.granted:
            played.refused.append((request.kind, receipt.code))
    played.facts += facts
    return facts


def position_for(city: City, origin: Origin) -> str:
    """The desk that answers this origin in the program."""
    desks = city.rules.program.desks
    return next((desk.id for desk in desks if origin in desk.origins), desks[0].id)


def ring(city: City, call: RealCall, position: str) -> list[Request]:
    """The call as the record has it: no words, no answers; the level by hand, with its reason."""
    staff = next((one for one in city.profile.staff if one.seat == position), None)
    by = Actor(
        staff.id if staff else "system", staff.role if staff else "system", staff.agency if staff else "", WORKSTATION, seat=position
    )
    return [
        TakeCall(
            id=city.dice.name(call.incident, "TakeCall"), by=by, incident=call.incident,
            episodes=(city.dice.name(call.incident, "episode"),), area=city.rules.program.area,
            origin=call.origin, position=position, first_ring_at=call.at, spot=call.spot,
            uncertainty_m=call.uncertainty_m,
        ),
        SetLevel(id=city.dice.name(call.incident, "SetLevel"), by=SYSTEM, incident=call.incident, level=call.level, reason=REASON),
    ]  # fmt: skip
