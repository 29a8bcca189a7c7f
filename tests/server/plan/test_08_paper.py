"""The report of a plan as PDF: what it says, in both languages, for whoever reads by ear, and never what somebody typed as markup."""

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from alongside.server.plan.paper.press import TEMPLATE, press
from tests.server.plan.invented import found_for
from tests.server.running import Person, Server

LEAD = "m-lindqvist"
TWO = {"do": "add", "kind": "mobile_crisis", "count": "2", "day": "4", "from": "16", "hours": "8"}
HOSTILE = '#panic("x") = $1/0$ *b* @a <l> https://a.example/ ] } \\ #import "@preview/cetz:0.3.0" ` // /* #read("/etc/passwd") ~ --- 😀'
AT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def lead(server: Server) -> Person:
    return Person(server, LEAD)


@pytest.fixture(scope="module")
def plan(server: Server, lead: Person) -> str:
    """Two more teams on Friday evening, with an answer."""
    today = lead.get("/plan/board").headers["location"]
    board = lead.form(f"{today}/change", **TWO).headers["location"].partition("?")[0]
    found_for(server, lead, board)
    return str(board)


def opened(person: Person, path: str) -> PdfReader:
    found = person.get(path)
    assert (found.status_code, found.headers["content-type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(found.content))


def words(reader: PdfReader) -> str:
    """In one line, hyphens of line ends closed."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def test_01_a_board_gets_the_answer_its_method_and_what_it_does_not_know(lead: Person, plan: str) -> None:
    told = words(opened(lead, f"{plan}.pdf"))
    for said in (
        "What this plan would change",
        "2 more teams (Mobile crisis team) Fri 16–24: median response 31.2 → 22.4 min, 95 % between −11.0 and −7.1",
        "$93,170 a year more",
        "−11.0 to −7.1",
        "better",
        "BLS",
        "recalled, not seen in print",
        "Seeds 1 to 2",
        "Student",
        "It was not fitted to",
        "nobody has a break",
        "warm transfers",
        "New 1",
        "invented people and calls",
        f"{lead.server.url}{plan}",
        "Page 1 of",
    ):
        assert said in told, said


def test_02_it_is_tagged_for_whoever_reads_by_ear_whole_in_itself_and_asks_nobody(lead: Person, plan: str) -> None:
    reader = opened(lead, f"{plan}.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    kinds = list(list_tags(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/Figure"} <= set(kinds)
    drawings = [one["/Alt"] for one in list_elements(root["/StructTreeRoot"]) if one.get("/S") == "/Figure"]
    assert len(drawings) == 3
    assert "0–5 min: Today" in drawings[0]
    pages: list[Any] = list(reader.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert all("Libertinus" in font["/BaseFont"] for font in fonts)
    assert "/JavaScript" not in root.get("/Names", {})
    links = {note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", []) if "/A" in note.get_object()}
    assert links == {f"{lead.server.url}{plan}"}


def list_elements(one: Any) -> Iterator[Any]:
    kids = one.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        below = kid.get_object()
        if isinstance(below, dict):
            yield below
            yield from list_elements(below)


def list_tags(root: Any) -> Iterator[str]:
    return (str(one["/S"]) for one in list_elements(root) if "/S" in one)


def test_03_in_spanish(server: Server, plan: str) -> None:
    told = words(opened(Person(server, LEAD, "es"), f"{plan}.pdf"))
    for said in (
        "Qué cambiaría este plan",
        "2 equipos más",
        "Qué no sabe el gemelo",
        "Cómo se hicieron estas cifras",
    ):
        assert said in told, said
    assert re.search(r"\$93.170 más al año", told)
    assert not re.search(r"\b(the|and|today|with)\b", told.replace("Salt Lake", ""))


def test_04_before_the_first_figures_the_address_shows_the_board_and_others_get_nothing(server: Server, lead: Person, plan: str) -> None:
    today = lead.get("/plan/board").headers["location"]
    assert 'id="try"' not in lead.get(f"{today}.pdf").text
    assert lead.get(f"{today}.pdf").headers["content-type"].startswith("text/html")
    assert Person(server, "j-diaz").get(f"{plan}.pdf").status_code == 403
    assert f'href="{plan}.pdf"' in lead.get(plan).text


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """A report with everything in it."""
    template = TEMPLATE.read_text()
    names = set(re.findall(r"\bword\.([a-z_]+)", template))
    row = {"label": "a", "what": "b", "before": "c", "after": "d", "change": "e", "interval": "f", "verdict": "g", "state": "better"}
    spread = {
        "today": [0.2, 0.8],
        "plan": [0.5, 0.5],
        "most": 0.8,
        "marks": [{"at": 0, "label": "0"}],
        "levels": [{"at": 0.2, "label": "2"}],
        "says": "s",
    }
    heat = {"today": [1] * 168, "plan": [0] * 168, "most": 1, "says_today": "t", "says_plan": "p"}
    cost = {"says": "c", "rows": [{"label": "a", "value": "1", "unit": "u", "source": "s", "grade": "g"}]}
    team = {"team": "M1", "crew": "c", "post": "p", "when": "w", "hours": "1", "state": "new"}
    return {
        "title": "t",
        "overline": "o",
        "who": "w",
        "footer": "f",
        "lang": "en",
        "sentence": "s",
        "words": dict.fromkeys(names, "w"),
        "cards": [row],
        "changed": ["c"],
        "settings": [row],
        "rows": [row],
        "pairs": "p",
        "spread": spread,
        "heat": heat,
        "days": ["d"] * 7,
        "places": [{"label": "a", "today": "1", "plan": "2"}],
        "cost": cost,
        "method": [["a", "b"]],
        "not_known": ["n"],
        "roster": [team],
        "link": "http://127.0.0.1/",
    }


def test_05_whatever_somebody_typed_is_text_and_never_markup(told: dict[str, Any]) -> None:
    hostile = everywhere(told, lambda text: HOSTILE if len(text) == 1 else text)
    assert json.dumps(hostile).count("panic") > 40
    shown = re.sub(r"\s", "", words(PdfReader(BytesIO(press(hostile, AT)))))
    wanted = re.sub(r"\s", "", HOSTILE.partition("~")[0])
    assert shown.count(wanted) > 25  # headings and footers break lines elsewhere
    assert "root:" not in shown


def everywhere(one: Any, change: Callable[[str], str]) -> Any:
    if isinstance(one, dict):
        return {name: everywhere(value, change) for name, value in one.items()}
    if isinstance(one, list):
        return [everywhere(value, change) for value in one]
    return change(one) if isinstance(one, str) else one


def test_06_the_same_report_of_the_same_moment_is_the_same_file(told: dict[str, Any]) -> None:
    assert press(told, AT) == press(told, AT)
    empty = {
        **told,
        "spread": None,
        "heat": None,
        "places": [],
        "settings": [],
        "changed": [],
        "rows": [],
        "roster": [],
        "cards": told["cards"],
    }
    assert press(empty, AT).startswith(b"%PDF-")


def test_07_several_ask_for_one_at_the_same_moment(told: dict[str, Any]) -> None:
    with ThreadPoolExecutor(4) as asking:
        assert len(set(asking.map(lambda _: press(told, AT), range(4)))) == 1
