"""Sixty-four crews want the last bed: exactly one holds it, on either database; a mistake taken back leaves it to the next."""

from concurrent.futures import ThreadPoolExecutor

from alongside.core.codes import ReservationStatus
from alongside.core.handoff import requests as h
from alongside.core.handoff.facts import PlaceReserved
from alongside.core.request import Request
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Receipt
from tests.ledger.town_clock import ask, call, open_town

RACERS = 64


def wants(n: int) -> Request:
    asked = {"reservation": f"v{n}", "facility": "haven", "service": "chair", "episode": f"i{n}-p1"}
    return ask(h.ReservePlace, "desk-dispatch", **asked)


def race(ledger: Ledger) -> list[Receipt]:
    with ThreadPoolExecutor(RACERS) as racers:
        return list(racers.map(lambda n: ledger.record(wants(n)), range(RACERS)))


def test_01_sixty_four_want_one_bed_and_one_holds_it(ledger: Ledger) -> None:
    open_town(ledger).record([call(f"i{n}") for n in range(RACERS)])
    ledger.record(ask(h.SetCapacity, "haven", facility="haven", service="chair", free=1))
    receipts = race(ledger)
    won = [fact for receipt in receipts for fact in receipt.facts if isinstance(fact, PlaceReserved)]
    assert len(won) == 1
    assert {receipt.code for receipt in receipts if not receipt.granted} == {"no_free_place"}
    with ledger.board() as board:
        assert board.places.reach("haven").free["chair"] == 0
        assert [one.id for one in board.reservations if one.status is ReservationStatus.RESERVED] == [won[0].reservation]
    assert ledger.record(ask(h.TakeBackReservation, "desk-dispatch", reservation=won[0].reservation)).granted
    again = next(n for n in range(RACERS) if f"v{n}" != won[0].reservation)
    taken = ask(h.ReservePlace, "desk-dispatch", reservation="next", facility="haven", service="chair", episode=f"i{again}-p1")
    assert ledger.record(taken).granted, "a mistake that was taken back blocks nobody"
