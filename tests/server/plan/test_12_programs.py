"""Another program on the board: who is not taken is said before anything is tried, and where the questions differ, what that does."""

import csv
import io
import re
from html import unescape

import msgspec
import pytest

from alongside.twin.whatif.told import FOUND, Found, read, write
from tests.server.plan.invented import found_for
from tests.server.running import Person, Server

LEAD = "m-lindqvist"


def change(person: Person, board: str, **told: str) -> str:
    """The address of the plan that this change leads to."""
    return str(person.form(f"{board}/change", **told).headers["location"]).partition("?")[0]


@pytest.fixture
def lead(server: Server) -> Person:
    return Person(server, LEAD)


@pytest.fixture
def today(lead: Person) -> str:
    return str(lead.get("/plan/board").headers["location"])


def test_01_every_program_can_be_chosen_and_says_whom_it_does_not_take(lead: Person, today: str) -> None:
    page = unescape(lead.get(today).text)
    assert "data-others" not in page
    for program in ("pert", "stl-cru", "la-therapeutic-transport"):
        assert f'<option value="{program}">' in page
    other = unescape(lead.get(change(lead, today, do="program", program="pert", roster="own")).text)
    assert "program: Psychiatric emergency response teams, which does not take" in other
    assert "These people call in this plan, too." in other
    assert "asks other questions" not in other


def test_02_where_the_questions_differ_both_are_told_how_urgent_a_call_is_and_the_page_says_so(
    server: Server, lead: Person, today: str
) -> None:
    board = change(lead, today, do="program", program="la-therapeutic-transport", roster="own")
    assert "This program asks other questions than today's." in unescape(lead.get(board).text)
    found_for(server, lead, board)
    rows = list(csv.reader(io.StringIO(lead.get(f"{board}.csv").text)))
    assert ["terms", "program", "", "la-therapeutic-transport"] in [row[:4] for row in rows]


def test_03_in_spanish(server: Server, lead: Person, today: str) -> None:
    board = change(lead, today, do="program", program="la-therapeutic-transport")
    page = unescape(Person(server, LEAD, "es").get(board).text)
    assert "Esas personas también llaman en este plan." in page
    assert "Este programa hace otras preguntas que el de hoy." in page


def test_04_figures_of_other_calls_are_neither_better_nor_worse(server: Server, lead: Person, today: str) -> None:
    board = change(lead, today, do="program", program="pert")
    folder = found_for(server, lead, board)
    assert "of other calls" not in lead.get(board).text
    found = read(folder, FOUND, Found)
    assert found is not None
    plan = dict(found.compared["plan"])
    elsewhere = msgspec.structs.replace(plan["unmet"], before=0.0, after=20.0, mean=20.0, low=19.0, high=21.0)
    write(folder, FOUND, msgspec.structs.replace(found, compared={"plan": plan | {"not_taken": elsewhere, "never_sent": elsewhere}}))
    page = unescape(lead.get(board).text)
    rows = dict(re.findall(r'id="figure-(\w+)">.*?<small class="(?:better|worse)?">([^<]*)</small></td></tr>', page))
    assert {id for id, verdict in rows.items() if verdict == "of other calls"} == set(plan) - {"calls"}
    assert (rows["not_taken"], rows["never_sent"]) == ("worse", "worse")
