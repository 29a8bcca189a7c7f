"""Record: a request becomes facts in the ledger, once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from alongside.core.codes import AssignmentStatus
from alongside.core.dispatch.facts import UnitAssigned
from alongside.core.intake.requests import TakeCall
from alongside.ledger.engine import Engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Outcome
from alongside.ledger.sqlite import SqliteEngine
from tests.ledger.conftest import Open
from tests.ledger.town_clock import TownClock, ask, call, open_town, report, send, work_a_call


def test_01_a_granted_request_is_facts_in_the_ledger(ledger: Ledger) -> None:
    receipt = open_town(ledger).record(call())
    rows = ledger.read.list_after(receipt.first_seq - 1)
    assert [row.fact for row in rows] == list(receipt.facts)
    assert [row.kind for row in rows] == ["CallTaken", "EpisodeOpened"]
    assert [(row.stream, row.version) for row in rows] == [("area/town", 7), ("episode/i1-p1", 1)]
    asked = (receipt.request_id, "TakeCall", "at-desk-calls")
    assert [(row.part, row.request_id, row.cause, row.by) for row in rows] == [(0, *asked), (1, *asked)]
    assert receipt.seq == rows[-1].seq == ledger.head.seq


def test_02_the_board_shows_it(ledger: Ledger) -> None:
    work_a_call(open_town(ledger))
    with ledger.board() as board:
        assert board.assignments.reach("i1-M12").status is AssignmentStatus.WITH_PERSON


def test_03_a_refusal_is_a_receipt_and_is_kept(ledger: Ledger, engine: Engine) -> None:
    receipt = open_town(ledger).record(send("M12", "nowhere"))
    assert (receipt.outcome, receipt.code) == (Outcome.REFUSED, "incident_unknown")
    assert receipt.refusal is not None
    assert receipt.refusal.parameters == {"incident": "nowhere"}
    kept = engine.fetch("SELECT outcome, code, kind FROM request WHERE id = ?", (receipt.request_id,))
    assert kept == [("refused", "incident_unknown", "AssignUnit")]


def test_04_the_same_request_again_gets_the_same_receipt_and_changes_nothing(ledger: Ledger, clock: TownClock) -> None:
    request = call()
    first = open_town(ledger).record(request)
    ledger.record(call("i2"))
    clock.now += 60_000
    assert ledger.record(request) == first
    assert ledger.head.seq == first.seq + 2


def test_05_also_a_refused_one_even_when_it_would_be_granted_now(ledger: Ledger) -> None:
    request = send("M12")
    first = open_town(ledger).record(request)
    ledger.record(call())
    assert ledger.record(request) == first
    assert first.code == "incident_unknown"


def test_06_and_after_a_restart(reopen: Open) -> None:
    request = call()
    first = open_town(reopen()).record(request)
    assert reopen().record(request) == first


def test_07_the_same_id_with_another_body_is_refused(ledger: Ledger) -> None:
    first = open_town(ledger).record(call(id="one"))
    other = ledger.record(call("i2", id="one"))
    assert (other.outcome, other.code) == (Outcome.REFUSED, "request_reused")
    assert ledger.read.find_receipt("one") == first
    with ledger.board() as board:
        assert "i2" not in board.incidents


def test_08_twice_in_one_commit_is_once(ledger: Ledger) -> None:
    request = call()
    first, second = open_town(ledger).record([request, request])
    assert first == second
    with ledger.board() as board:
        assert len(board.incidents) == 1


def test_09_several_requests_in_order_each_on_its_own_merits(ledger: Ledger) -> None:
    receipts = open_town(ledger).record([call(), send("nobody"), send("M12")])
    assert [receipt.outcome.value for receipt in receipts] == ["granted", "refused", "granted"]


def test_10_a_late_request_that_no_longer_fits_is_quarantined(ledger: Ledger, clock: TownClock) -> None:
    open_town(ledger).record(call())
    late = report("M12", AssignmentStatus.ENROUTE, "gone", device="phone-7", sequence=3, happened_at=clock.now - 5_000)
    receipt = ledger.record(late)
    assert receipt.outcome is Outcome.QUARANTINED
    assert receipt.facts[0].kind == "RequestQuarantined"
    assert ledger.record(late) == receipt


def test_11_sixty_four_dispatchers_want_one_unit_and_one_has_it(ledger: Ledger) -> None:
    open_town(ledger)
    for n in range(64):
        ledger.record(call(f"i{n}"))
    requests = [send("M12", f"i{n}") for n in range(64)]
    with ThreadPoolExecutor(64) as racers:
        receipts = list(racers.map(ledger.record, requests))
    with ledger.board() as board:
        primary = board.units.reach("M12").assignments[0]
    won = [receipt for receipt in receipts if any(isinstance(fact, UnitAssigned) and fact.primary for fact in receipt.facts)]
    assert [fact.assignment for fact in won[0].facts if isinstance(fact, UnitAssigned)] == [primary]
    assert len(won) == 1


def test_14_a_check_before_an_insert_would_give_it_to_several(tmp_path: Path) -> None:
    """The twin that must fail: look, then write, without one writer or a constraint."""
    SqliteEngine(tmp_path / "twin.sqlite3").execute("CREATE TABLE taken (unit TEXT, incident TEXT)")
    together = Barrier(16)

    def take(n: int) -> bool:
        engine = SqliteEngine(tmp_path / "twin.sqlite3")
        free = not engine.fetch("SELECT 1 FROM taken WHERE unit = 'M12'")
        together.wait()
        if free:
            engine.execute("INSERT INTO taken VALUES ('M12', ?)", (f"i{n}",))
        engine.close()
        return free

    with ThreadPoolExecutor(16) as racers:
        assert sum(racers.map(take, range(16))) > 1


def test_12_many_waiting_in_asyncio_share_commits(ledger: Ledger) -> None:
    open_town(ledger)

    async def all_at_once() -> list[int]:
        receipts = await asyncio.gather(*(asyncio.wrap_future(ledger.submit(call(f"a{n}"))) for n in range(50)))
        return [receipt.seq for receipt in receipts]

    with ThreadPoolExecutor(1) as apart:  # a browser story before this one may have left an event loop in this thread
        seqs = apart.submit(asyncio.run, all_at_once()).result()
    assert len(set(seqs)) == 50
    assert max(seqs) == ledger.head.seq


def test_13_a_fault_in_deciding_fails_that_request_alone(ledger: Ledger) -> None:
    open_town(ledger)
    broken = ledger.submit(ask(TakeCall, "desk-calls", incident="i9", episodes=5, area="town", origin="x", position="desk-calls"))
    whole = ledger.submit(call())
    assert type(broken.exception()).__name__ == "Undecided"
    assert whole.result().granted
    assert ledger.record(call("i2")).granted
