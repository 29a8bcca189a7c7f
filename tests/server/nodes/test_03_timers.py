"""Timers run on every node, and what they notice is written once. The last file here: its nodes live faster than a clock."""

import time

from tests.server.nodes.test_01_two_nodes import also_at, hear, kinds_of
from tests.server.running import Person, Server


def test_01_a_page_nobody_answers_escalates_once_whichever_node_notices(server: Server, second: Server, dispatcher: Person) -> None:
    for node in (server, second):
        node.options = ("--quiet", "--speed=15")  # thirty seconds pass in two
        node.restart()
    elsewhere = also_at(dispatcher, second)
    incident = dispatcher.take_call()
    sent = [dispatcher.ask("AssignUnit", incident=incident, unit=unit, also=True) for unit in ("m14", "c207")]
    assert [status for status, _ in sent] == [200, 200]
    first = start = elsewhere.board()["position"]
    end = time.monotonic() + 20
    while (unanswered := kinds_of(hear(elsewhere, first, start)).count("PageUnanswered") if start > first else 0) < 2:
        assert time.monotonic() < end, "nobody noticed"
        start = hear(elsewhere, start, start + 1)[-1].id
    time.sleep(0.5)
    position = dispatcher.board()["position"]
    assert unanswered == kinds_of(hear(elsewhere, first, position)).count("PageUnanswered") == 2
