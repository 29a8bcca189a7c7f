"""Timers run on every node, and what they notice is written once. The last file here: its nodes live faster than a clock."""

import time

import psycopg

from tests.server.running import Person, Server

NOTICED = """SELECT count(*), min(gap) FROM (
  SELECT happened_at - lag(happened_at) OVER (PARTITION BY body::json->>'assignment' ORDER BY seq) AS gap FROM fact
  WHERE kind = 'PageUnanswered' AND body::json->>'assignment' = ANY(%s)) AS of_each"""
AGAIN_MS = 120_000  # a page nobody answers rises again after this; two nodes noticing the same one would be a moment apart


def test_01_a_page_nobody_answers_escalates_once_whichever_node_notices(server: Server, second: Server, dispatcher: Person) -> None:
    for node in (server, second):
        node.options = ("--quiet", "--speed=15")  # thirty seconds pass in two
        node.restart()
    incident = dispatcher.take_call()
    sent = [dispatcher.ask("AssignUnit", incident=incident, unit=unit, also=True) for unit in ("p42", "p45")]
    assert [status for status, _ in sent] == [200, 200]
    assignments = [answer["ids"]["assignment"] for _, answer in sent]
    end = time.monotonic() + 30
    with psycopg.connect(server.database, autocommit=True) as ledger:
        while (noticed := ledger.execute(NOTICED, [assignments]).fetchone()) is None or noticed[0] < 2:
            assert time.monotonic() < end, "nobody noticed"
            time.sleep(0.2)
        time.sleep(0.5)  # long enough for the other node to have noticed the same
        written, gap = ledger.execute(NOTICED, [assignments]).fetchone() or (0, None)
    assert written >= 2
    assert gap is None or gap >= AGAIN_MS
