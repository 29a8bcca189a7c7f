"""What it costs to ask who may see what: decisions a second beside Cedar's; pages beside the same pages, where nobody is asked."""

import sys
import urllib.request
from collections.abc import Callable, Sequence
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
SAME = "the same without sharing and audit"
STEPS = ("acknowledged", "enroute", "on_scene", "with_person")
PAGE_FLOOR = 1 / 1.5  # the page takes at most half as long again


def rows() -> list[Row]:
    """Decisions a second; an incident's page as a dispatcher opens it; a person's record as the clinician with them opens it."""
    rules = load_sharing("california").rules
    cells = list(islice(edges(rules), CELLS))
    mine = rate(cells, lambda some: [share(rules, one.case, one.field, one.marks) for one in some])
    cedar = rate(cells, lambda some: theirs(rules, some))
    with ours() as guarded, serving(unasked, "/health") as open_to_all:
        asked, plain = pages_ms(an_incident, guarded, open_to_all)
        record, plain_record = pages_ms(a_record, guarded, open_to_all)
    return [
        higher_is_better("sharing", "decisions a second, one thread", mine, cedar, "cedarpy, the same cells", DECISIONS_FLOOR, "/s"),
        lower_is_better("sharing", "page of an incident, 12 notes", asked, plain, SAME, PAGE_FLOOR, "ms"),
        lower_is_better("sharing", "a person's record, 20 entries, 2 consents", record, plain_record, SAME, PAGE_FLOOR, "ms"),
    ]


def rate(cells: Sequence[Cell], decide: object) -> float:
    """Cells decided a second."""
    start = perf_counter()
    decide(cells)  # type: ignore[operator]
    return len(cells) / (perf_counter() - start)


def unasked(port: int, data: object) -> list[str]:
    """The command that starts a server whose words nobody guards."""
    return [sys.executable, "-m", "bench.peers.no_sharing", f"--port={port}", f"--data={data}", "--quiet"]


def pages_ms(set_up: Callable[[Served], tuple[str, dict[str, str]]], *servers: Served) -> tuple[float, ...]:
    """Median of opening one page on each, in turn, so that what else the machine does falls on both."""
    pages = [set_up(one) for one in servers]
    rounds = [[look(server, *page) for server, page in zip(servers, pages, strict=True)] for _ in range(LOOKS)]
    return tuple(median(its) * 1000 for its in zip(*rounds[20:], strict=True))


def an_incident(server: Served) -> tuple[str, dict[str, str]]:
    """An incident with its notes: the address of its page, and headers to open it."""
    headers = sign_in(server, "r-okafor")
    taken = post(server, "/ask/TakeCall", {"origin": "call_911", "texts": {"place": "the gate", "summary": "paces"}}, headers)
    incident = taken["ids"]["incident"]
    for number in range(NOTES):
        post(server, "/ask/WriteNote", {"incident": incident, "texts": {"note": f"note {number}"}}, headers)
    return f"/dispatch/incident/{incident}", headers


def a_record(server: Served) -> tuple[str, dict[str, str]]:
    """Somebody M12 is with, with twelve notes, plan, flags, Part 2 data and what opens it: as above."""
    taker, sender, crew = (sign_in(server, one) for one in ("j-diaz", "r-okafor", "p-lowe"))
    taken = post(server, "/ask/TakeCall", {"origin": "call_911", "spot": [40.7581, -111.8989], "texts": {"place": "the gate"}}, taker)[
        "ids"
    ]
    post(server, "/ask/SetLevel", {"incident": taken["incident"], "level": 3, "reason": "judgement"}, taker)
    sent = post(server, "/ask/AssignUnit", {"incident": taken["incident"], "unit": "m12"}, sender)["ids"]["assignment"]
    for status in STEPS:
        post(server, "/ask/ReportStatus", {"assignment": sent, "status": status}, crew)
    told = {"episode": taken["episodes"][0], "basis": "said_so", "band": "adult", "texts": {"name": "Somebody Invented"}}
    person = post(server, "/ask/RecordPerson", told, crew)["ids"]["person"]
    for number in range(NOTES):
        post(server, "/ask/WriteItems", {"person": person, "source": "person", "texts": {"clinical_note": f"note {number}"}}, crew)
    plan = {"crisis_plan": "calls", "triggers": "noise", "what_calms": "garden", "allergies": "none", "means": "none", "threat": "none"}
    post(server, "/ask/WriteItems", {"person": person, "source": "person", "texts": plan}, crew)
    post(server, "/ask/WriteItems", {"person": person, "source": "part2_program", "texts": {"medications": "evening dose"}}, crew)
    for about in ("part2", "health"):
        consent = {"person": person, "about": about, "form": "typed", "what": ["all"], "holders": ["any"],
                   "recipients": ["bridges-behavioral"],
                   "purposes": ["treatment"], "event": "treatment_ends", "stated": ["revocation"],
                   "texts": {"consent_name": "Somebody Invented", "consent_signature": "Somebody Invented"}}  # fmt: skip
        post(server, "/ask/RecordConsent", consent, crew)
    return f"/person/{person}", crew


def look(server: Served, path: str, headers: dict[str, str]) -> float:
    """One look, read to its end; it must hold the words."""
    start = perf_counter()
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", headers=headers)) as answer:
        text = answer.read()
    if b"note 11" not in text:
        raise RuntimeError(f"{path} does not show the notes")
    return perf_counter() - start
