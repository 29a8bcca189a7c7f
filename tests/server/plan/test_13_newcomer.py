"""From an imported history to a plan: every page leads to the next, says in whose streets it is lived, and loses nothing filled in."""

from collections.abc import Iterator

import pytest

from tests.server.plan.invented import invented_histories
from tests.server.plan.test_02_board import LEAD, Board
from tests.server.running import Person, Server


@pytest.fixture(scope="module")
def with_histories(server: Server) -> Iterator[Server]:
    """Three weeks, and one row; gone again afterwards."""
    with invented_histories(server, {"three-weeks": (22, 12), "lone-row": (1, 1)}):
        yield server


def test_01_what_to_type_is_said_as_it_is_typed(server: Server) -> None:
    page = Person(server, LEAD).get("/plan/program").text
    assert "<code>./dev alongside import cad FILE --mapping NAME</code>" in page
    assert "<code>./dev alongside --data FOLDER import …</code>" in page


def test_02_a_program_of_the_page_is_tried_on_its_very_calls_in_one_click(with_histories: Server) -> None:
    board = Board(with_histories)
    page = board.person.get("/plan/program?history=three-weeks").text
    assert 'href="/plan/board?world=three-weeks&amp;program=pert"' in page
    assert 'href="/plan/board?world=three-weeks"' in page
    board.follow(board.person.get("/plan/board?world=three-weeks&program=pert"))
    assert "World: three-weeks." in board.text
    assert "Program: Psychiatric emergency response teams." in board.text
    assert "<b>C214</b>" in board.text  # another program's teams by their call signs
    assert board.text.count("data-strip=") == 12
    assert 'id="undo"' in board.text
    board.follow(board.person.get("/plan/board?world=three-weeks"))
    assert "Program: Tailored response." in board.text


@pytest.mark.parametrize("asked", ["world=nowhere", "world=lone-row", "program=../../etc", "world=three-weeks&program=none"])
def test_03_what_cannot_be_tried_is_told_beside_todays_board(with_histories: Server, asked: str) -> None:
    page = Person(with_histories, LEAD).get(f"/plan/board?{asked}")
    assert page.status_code == 400
    assert "Choose one of the list." in page.text
    assert 'id="roster"' in page.text


def test_04_a_world_says_in_whose_streets_its_calls_ring(with_histories: Server) -> None:
    page = Person(with_histories, LEAD).get("/plan/world?world=three-weeks").text
    assert "They ring in this deployment's area, " in page
    assert "Where each came from the history does not say" in page
    assert 'href="/plan/board?world=three-weeks"' in page


def test_05_what_was_filled_in_stays_where_something_is_missing(server: Server) -> None:
    board = Board(server)
    board.change(do="add", kind="patrol", count="3", **{"from": "10", "hours": "6"})
    assert "Choose at least one day." in board.text
    add = board.text.partition('id="add"')[2].partition("</form>")[0]
    for kept in ('name="count" value="3"', '<option value="patrol" selected>', 'value="10"', 'value="6"'):
        assert kept in add, kept
    assert 'name="from" inputmode="decimal" value="16"' in Board(server).text


def test_06_colors_say_what_they_stand_for_and_an_evaluator_reads_no_single_hour(with_histories: Server) -> None:
    lead, evaluator = (Person(with_histories, who).get("/plan/program?history=three-weeks").text for who in (LEAD, "d-whitehorse"))
    assert "From none to " in lead
    assert "From none to " not in evaluator
    assert "From few to most calls." in evaluator
