"""What it costs to ask who may see what: decisions a second beside Cedar's; an incident's page beside the same page, nobody asked."""

import sys
import urllib.request
from collections.abc import Sequence
from itertools import islice
from statistics import median
from time import perf_counter

from alongside.core.sharing.share import share
from alongside.library.sharing.load import load_sharing
from bench.row import Row, higher_is_better, lower_is_better
from bench.serving import Served, ours, post, serving, sign_in
from tests.core.sharing.cells import edges
from tests.core.sharing.oracle import Cell, theirs

CELLS, NOTES, LOOKS = 4_000, 12, 150
DECISIONS_FLOOR = 5.0
PAGE_FLOOR = 1 / 1.5  # the page takes at most half as long again


def rows() -> list[Row]:
    """Decisions a second; the page of an incident with twelve notes, as a dispatcher opens it."""
    rules = load_sharing("california").rules
    cells = list(islice(edges(rules), CELLS))
    mine = rate(cells, lambda some: [share(rules, one.case, one.field, one.marks) for one in some])
    cedar = rate(cells, lambda some: theirs(rules, some))
    with ours() as guarded, serving(unasked, "/health") as open_to_all:
        asked, plain = pages_ms(guarded, open_to_all)
    return [
        higher_is_better("sharing", "decisions a second, one thread", mine, cedar, "cedarpy, the same cells", DECISIONS_FLOOR, "/s"),
        lower_is_better("sharing", "page of an incident, 12 notes", asked, plain, "the same without sharing and audit", PAGE_FLOOR, "ms"),
    ]


def rate(cells: Sequence[Cell], decide: object) -> float:
    """Cells decided a second."""
    start = perf_counter()
    decide(cells)  # type: ignore[operator]
    return len(cells) / (perf_counter() - start)


def unasked(port: int, data: object) -> list[str]:
    """The command that starts a server whose words nobody guards."""
    return [sys.executable, "-m", "bench.peers.no_sharing", f"--port={port}", f"--data={data}", "--quiet"]


def pages_ms(*servers: Served) -> tuple[float, ...]:
    """Median of opening one incident's page on each, in turn, so that what else the machine does falls on both."""
    pages = [set_up(one) for one in servers]
    rounds = [[look(server, *page) for server, page in zip(servers, pages, strict=True)] for _ in range(LOOKS)]
    return tuple(median(its) * 1000 for its in zip(*rounds[20:], strict=True))


def set_up(server: Served) -> tuple[str, dict[str, str]]:
    """An incident with its notes: the address of its page, and headers to open it."""
    headers = sign_in(server, "r-okafor")
    taken = post(server, "/ask/TakeCall", {"origin": "call_911", "texts": {"place": "the gate", "summary": "paces"}}, headers)
    incident = taken["ids"]["incident"]
    for number in range(NOTES):
        post(server, "/ask/WriteNote", {"incident": incident, "texts": {"note": f"note {number}"}}, headers)
    return f"/dispatch/incident/{incident}", headers


def look(server: Served, path: str, headers: dict[str, str]) -> float:
    """One look, read to its end; it must hold the words."""
    start = perf_counter()
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", headers=headers)) as answer:
        text = answer.read()
    if b"note 11" not in text:
        raise RuntimeError("the page does not show the notes")
    return perf_counter() - start
