"""Acknowledged, durable requests through ``record()`` beside Django's ORM writing the very same rows; the wait at a steady rate.

Both write to SQLite (WAL, synchronous=FULL) on the same disk, into the same tables with the same triggers. Ours also decides, chains and
projects; the peer is handed the finished rows.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from alongside.core.codes import Origin
from alongside.core.dispatch.requests import TakePosition
from alongside.core.intake.requests import ReportRedFlag, ReportWeapon, TakeCall
from alongside.core.party import Actor
from alongside.core.promise.requests import GiveSign
from alongside.core.request import Request
from alongside.core.travel import Mode, Spot
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.library.programs import load_rules
from bench.peers.ledger_django import run_peer
from bench.row import Row, at_least, at_most, higher_is_better

WAITING, CALLS_EACH, PEER_CALLS_EACH = 64, 30, 4
STEADY_FACTS_PER_SECOND, STEADY_SECONDS = 400, 8
FOLDER = Path(__file__).resolve().parent.parent / "var"
DESK = Actor("bench", "call_taker", "bench", seat="call-taker-1")


class NoRoads:
    """These requests ask for no drive time."""

    version = "none"

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        return (None,) * len(origins)


@contextmanager
def scratch_ledger() -> Iterator[tuple[Path, Ledger]]:
    """A ledger of the default program on the project's own disk, its desk staffed."""
    FOLDER.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-ledger-", dir=FOLDER))
    ledger = open_ledger(folder / "ledger.sqlite3", load_rules("tailored"), NoRoads(), genesis="demo")
    area = ledger.guidance.rules.program.area
    sits = TakePosition(id="sit", by=DESK, position="call-taker-1", area=area, duty="call_taker", staff="bench")
    assert ledger.record(sits).granted
    try:
        yield folder, ledger
    finally:
        ledger.close()
        shutil.rmtree(folder)


def a_call(name: str, area: str) -> list[Request]:
    """The first minute of a call: taken, a weapon asked about, a medical sign, the desk still there. Five facts."""
    spot = Spot(40_760_000, -111_890_000)
    return [
        TakeCall(
            id=f"{name}-take", by=DESK, incident=name, episodes=(f"{name}-p",), area=area,
            origin=Origin.CALL_911, position="call-taker-1", spot=spot,
        ),
        ReportWeapon(id=f"{name}-weapon", by=DESK, incident=name, weapon="knife", place="in_home", state="reported", source="caller"),
        ReportRedFlag(id=f"{name}-flag", by=DESK, incident=name, flag="ingestion", state="unknown"),
        GiveSign(id=f"{name}-sign", by=DESK, episode=f"{name}-p"),
    ]  # fmt: skip


def measure_rate(ledger: Ledger) -> tuple[float, list[list[str]]]:
    """Requests acknowledged a second with 64 threads waiting, and the request ids of each thread."""
    area = ledger.guidance.rules.program.area
    work = [[request for n in range(CALLS_EACH) for request in a_call(f"c{desk}-{n}", area)] for desk in range(WAITING)]
    granted: list[int] = []

    def sit(requests: Sequence[Request]) -> None:
        granted.append(sum(ledger.record(request).granted for request in requests))

    desks = [Thread(target=sit, args=(requests,)) for requests in work]
    started = time.perf_counter()
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    seconds = time.perf_counter() - started
    assert sum(granted) == sum(map(len, work)), "a request was refused"
    return sum(granted) / seconds, [[request.id for request in requests[: PEER_CALLS_EACH * 4]] for requests in work]


def measure_wait(ledger: Ledger) -> float:
    """The wait in ms that 99 of 100 requests stay within at 400 facts a second, counted from when each was due to be sent."""
    area = ledger.guidance.rules.program.area
    calls = STEADY_FACTS_PER_SECOND * STEADY_SECONDS // 5
    requests = [request for n in range(calls) for request in a_call(f"s{n}", area)]
    waits: list[float] = []
    started = time.perf_counter() + 0.1
    for n, request in enumerate(requests):
        due = started + n * STEADY_SECONDS / len(requests)
        time.sleep(max(0.0, due - time.perf_counter()))
        ledger.submit(request).add_done_callback(lambda _, due=due: waits.append(time.perf_counter() - due))
    ledger.record(a_call("last", area)[0])
    return sorted(waits)[int(len(waits) * 0.99)] * 1_000


def rows() -> list[Row]:
    """Rate beside the promise, rate beside Django, wait beside the promise."""
    with scratch_ledger() as (folder, ledger):
        rate, asked = measure_rate(ledger)
        peer = run_peer(folder / "ledger.sqlite3", folder / "peer.sqlite3", asked)
    with scratch_ledger() as (_, ledger):
        wait_ms = measure_wait(ledger)
    what = "acknowledged durable requests/s, 64 waiting"
    return [
        at_least("ledger", what, rate, 3_000, "requests/s"),
        higher_is_better("ledger", what, rate, peer, "Django ORM, 64 threads, the same rows", 2.0, "requests/s"),
        at_most("ledger", f"p99 wait at {STEADY_FACTS_PER_SECOND} facts/s", wait_ms, 50.0, "ms"),
    ]
