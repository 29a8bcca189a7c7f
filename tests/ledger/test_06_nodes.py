"""Several nodes write one PostgreSQL ledger; subscribers hear every fact once, in order; timers fire once."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from alongside.core.codes import ClockKind
from alongside.core.request import Request
from alongside.core.state import Incident
from alongside.ledger.ledger import Ledger
from alongside.ledger.memory import Recorded
from alongside.ledger.opening import open_ledger
from alongside.ledger.postgres import NotReplicated, PostgresEngine
from alongside.ledger.receipt import Outcome
from alongside.ledger.refused import LedgerUnavailable
from alongside.ledger.subscribe import Fanout
from alongside.ledger.timers import run_due
from alongside.ledger.verify import verify
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, call, open_town, send


@pytest.fixture
def nodes(postgres_dsn: str) -> Iterator[list[Ledger]]:
    """Three nodes on one database."""
    nodes = [open_ledger(postgres_dsn, RULES, StraightRoads(), genesis="demo") for _ in range(3)]
    yield nodes
    for node in nodes:
        node.close()


def until(true: Callable[[], bool], seconds: float = 30) -> bool:
    ends = time.monotonic() + seconds
    while not true() and time.monotonic() < ends:
        time.sleep(0.01)
    return true()


def test_01_nodes_share_one_gapless_ledger(nodes: list[Ledger]) -> None:
    open_town(nodes[0])
    with ThreadPoolExecutor(24) as desks:
        receipts = list(desks.map(lambda n: nodes[n % 3].record(call(f"i{n}")), range(90)))
    assert all(receipt.granted for receipt in receipts)
    head = max(receipt.seq for receipt in receipts)
    assert until(lambda: all(node.head.seq == head for node in nodes))
    with nodes[1].read.engine() as engine:
        assert verify(engine).sentences == []
    numbers = [{incident.id: incident.number for incident in board_of(node)} for node in nodes]
    assert numbers[0] == numbers[1] == numbers[2]
    assert len({*numbers[0].values()}) == 90


def board_of(node: Ledger) -> list[Incident]:
    with node.board() as board:
        return list(board.incidents)


def test_02_one_request_sent_to_every_node_lands_once(nodes: list[Ledger]) -> None:
    open_town(nodes[0])
    request = call()
    with ThreadPoolExecutor(30) as senders:
        receipts = list(senders.map(lambda n: nodes[n % 3].record(request), range(30)))
    assert all(receipt == receipts[0] for receipt in receipts)
    assert receipts[0].outcome is Outcome.GRANTED


def test_03_another_nodes_facts_are_heard_without_asking(nodes: list[Ledger]) -> None:
    heard: list[int] = []
    nodes[2].subscribe(lambda news: heard.extend(one.row.seq for one in news))
    open_town(nodes[0])
    for n in range(20):
        nodes[n % 2].record(call(f"i{n}"))
    head = nodes[0].read.list_after(0)[-1].seq
    assert until(lambda: heard[-1:] == [head])
    assert heard == list(range(2, head + 1))


def test_04_a_cancelled_wait_for_the_standby_is_no_acknowledgement(postgres_dsn: str) -> None:
    open_ledger(postgres_dsn, RULES, StraightRoads(), genesis="demo").close()
    engine = PostgresEngine(f"{postgres_dsn} options='-c synchronous_commit=on'")
    engine.begin()
    engine.execute("DO $$BEGIN RAISE WARNING 'canceling wait for synchronous replication due to user request'; END$$")
    engine.unreplicated = False
    engine.commit()  # the notice came before the commit: it speaks of another one
    noticing = NoticeAtCommit(engine)
    with pytest.raises(NotReplicated):
        noticing.commit()
    engine.close()


class NoticeAtCommit:
    """An engine whose COMMIT comes back with the server's notice, as a real one does when its wait is cancelled."""

    def __init__(self, engine: PostgresEngine) -> None:
        self.engine = engine

    def commit(self) -> None:
        real = self.engine._connection
        self.engine._connection = Noticing(real)  # type: ignore[assignment]
        try:
            self.engine.commit()
        finally:
            self.engine._connection = real


class Noticing:
    def __init__(self, real: "psycopg.Connection[tuple[object, ...]]") -> None:
        self.real = real

    def execute(self, sql: str) -> None:
        assert sql == "COMMIT"
        self.real.execute("DO $$BEGIN RAISE WARNING 'canceling wait for synchronous replication due to user request'; END$$")


def test_05_a_lost_connection_acknowledges_nothing_and_comes_back(nodes: list[Ledger], postgres_dsn: str) -> None:
    open_town(nodes[0])
    with psycopg.connect(postgres_dsn, autocommit=True) as other:
        ours = "pid <> pg_backend_pid() AND datname = current_database()"
        other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")
    request = call()
    assert until(lambda: try_to_record(nodes[0], request))
    with nodes[0].board() as board:
        assert [incident.id for incident in board.incidents] == ["i1"]
    assert nodes[0].record(request).granted


def try_to_record(node: Ledger, request: Request) -> bool:
    try:
        return node.record(request).granted
    except LedgerUnavailable:
        return False


def test_06_every_fact_is_heard_once_in_order(ledger: Ledger) -> None:
    heard: list[Recorded] = []

    def listen(news: Sequence[Recorded]) -> None:
        heard.extend(news)

    subscription = ledger.subscribe(listen)
    open_town(ledger)
    with ThreadPoolExecutor(8) as desks:
        list(desks.map(lambda n: ledger.record(call(f"i{n}")), range(40)))
    ledger.take_in()
    head = ledger.head.seq
    assert until(lambda: bool(heard) and heard[-1].row.seq == head)
    assert [one.row.seq for one in heard] == list(range(2, head + 1))
    assert all(one.row.fact == one.fact for one in heard)
    subscription.close()
    ledger.record(call("later"))
    assert heard[-1].row.seq == head


def test_07_a_listener_that_fails_does_not_stop_the_ledger(ledger: Ledger) -> None:
    calls: list[int] = []

    def fails(news: Sequence[Recorded]) -> None:
        calls.append(len(news))
        raise RuntimeError("gone")

    ledger.subscribe(fails)
    open_town(ledger)
    assert ledger.record(call()).granted
    assert len(calls) == 1


def test_10_facts_committed_but_never_passed_on_are_heard_with_the_next(ledger: Ledger) -> None:
    open_town(ledger).record([call(f"i{n}") for n in range(5)])
    committed = ledger.read.list_between(0, ledger.head.seq + 1)
    heard: list[int] = []
    fanout = Fanout(3, ledger.read.list_between)
    fanout.subscribe(lambda news: heard.extend(one.row.seq for one in news))
    fanout.publish(committed[-1:])
    fanout.publish(committed)
    assert heard == list(range(4, ledger.head.seq + 1))


def test_08_a_page_nobody_answers_escalates_once(ledger: Ledger, clock: TownClock) -> None:
    open_town(ledger).record([call(), send("M12")])
    with ledger.board() as board:
        due = board.clocks[(ClockKind.PAGE, "i1-M12")]
    assert not [receipt for receipt in run_due(ledger, due - 1, set()) if receipt.request_id.startswith("tick:page:")]
    with ThreadPoolExecutor(4) as runners:
        fired = [receipt for receipts in runners.map(lambda _: run_due(ledger, due, set()), range(4)) for receipt in receipts]
    assert {receipt.request_id for receipt in fired} == {f"tick:page:i1-M12:{due}"}
    kinds = [row.kind for row in ledger.read.list_of_incident("i1")]
    assert kinds.count("PageUnanswered") == 1


def test_09_a_timer_that_cannot_be_decided_does_not_silence_the_others(ledger: Ledger) -> None:
    open_town(ledger).record([call(), send("M12")])
    with ledger.board() as board:
        due = board.clocks[(ClockKind.PAGE, "i1-M12")]
        board.set_clock(ClockKind.SILENCE, "nobody", 1)
    stuck: set[str] = set()
    fired = run_due(ledger, due, stuck)
    assert stuck == {"tick:silence:nobody:1"}
    assert f"tick:page:i1-M12:{due}" in {receipt.request_id for receipt in fired}
