"""Five hundred consoles and twenty facts a second: does every fact reach every console, how soon, and at what cost a delivery?

Server, sender and all consoles share this machine. A wait is counted from the moment the request was sent, so ours includes deciding the
fact and getting it onto the disk; the peer's is published from memory. The peer streams the same row for every fact.
"""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from bench.row import Row, at_most, lower_is_better
from bench.serving import ROOT, Served, ours, peer, post, sign_in

CONSOLES, FACTS_PER_SECOND, SECONDS = 500, 20, 8
FACTS = FACTS_PER_SECOND * SECONDS


class Fanout(NamedTuple):
    """What one run found."""

    missed: int
    delivered: int
    p50_ms: float
    p99_ms: float
    most_ms: float
    cpu_s: float

    @property
    def cpu_us(self) -> float:
        """Processor time of the server for each fact delivered to one console, in µs."""
        return self.cpu_s / max(1, self.delivered) * 1_000_000


def rows() -> list[Row]:
    """Missed, late, and the price."""
    mine, sample = measure_ours()
    theirs = measure_peer(sample)
    name = f"plain Django: async StreamingHttpResponse, a queue a reader (p99 {theirs.p99_ms:.0f} ms, {theirs.missed} missed)"
    return [
        at_most("fanout", f"facts missed by {CONSOLES} consoles at {FACTS_PER_SECOND} facts/s", mine.missed, 0.5),
        at_most("fanout", "request sent to console told, p99", mine.p99_ms, 250.0, "ms"),
        lower_is_better("fanout", "server processor time a delivered fact", mine.cpu_us, theirs.cpu_us, name, 5.0, "µs"),
    ]


def measure_ours() -> tuple[Fanout, dict[str, object]]:
    """Signs that somebody still has the person, one fact each, on a board with twenty open calls. Also gives one row as it is streamed."""
    with ours() as server:
        headers = sign_in(server, "m-lindqvist")
        calls = [post(server, "/ask/TakeCall", {"origin": "call_911", "spot": [40.76, -111.89]}, headers) for _ in range(20)]
        episodes = [call["ids"]["episodes"][0] for call in calls]
        body: Callable[[int], object] = lambda count: {"episode": episodes[count % 20]}  # noqa: E731
        board = get_board(server, headers)
        incident = calls[0]["ids"]["incident"]
        sample = {
            "at": 1,
            "from": 1,
            "facts": ["SignGiven"],
            "touched": [incident],
            "incidents": {incident: board["incidents"][incident]},
            "units": {},
            "desks": {"call-taker-1": board["desks"]["call-taker-1"]},
            "places": {},
            "follow_ups": {},
            "alarms": [],
        }
        return measure(server, "/stream/board", "/ask/GiveSign", headers, body, int(board["position"])), sample


def get_board(server: Served, headers: dict[str, str]) -> dict[str, dict[str, object]]:
    """The whole board."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", "/board.json", headers=headers)
    found: dict[str, dict[str, object]] = json.load(connection.getresponse())
    return found


def measure_peer(sample: dict[str, object]) -> Fanout:
    """The same number of facts of the same size."""
    with peer("plain_django") as server:
        return measure(server, "/stream", "/publish", {}, lambda count: sample, 0)


def measure(server: Served, stream: str, path: str, headers: dict[str, str], body: Callable[[int], object], first: int) -> Fanout:
    """Open the consoles in a process of their own, send steadily, and take the server's processor time around the sending."""
    asked = {"port": server.port, "path": stream, "headers": headers, "first": first, "count": FACTS, "consoles": CONSOLES}
    consoles = subprocess.Popen(
        [sys.executable, "-m", "bench.listening"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert consoles.stdin
    assert consoles.stdout
    with consoles:
        consoles.stdin.write(json.dumps(asked) + "\n")
        consoles.stdin.flush()
        consoles.stdout.readline()
        time.sleep(1.5)
        before = server.cpu_s()
        sent_at = send(server, path, headers, body)
        time.sleep(0.5)
        spent = server.cpu_s() - before
        consoles.stdin.write(json.dumps(sent_at) + "\n")
        consoles.stdin.flush()
        told = json.loads(consoles.stdout.readline())
    return Fanout(*told, spent)


def send(server: Served, path: str, headers: dict[str, str], body: Callable[[int], object]) -> list[float]:
    """One request after the other on one connection at the steady rate; when each was sent."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    started, sent_at = time.perf_counter(), []
    for count in range(FACTS):
        time.sleep(max(0.0, started + count / FACTS_PER_SECOND - time.perf_counter()))
        sent_at.append(time.perf_counter())
        connection.request("POST", path, json.dumps(body(count)), {"Content-Type": "application/json", **headers})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
    return sent_at
