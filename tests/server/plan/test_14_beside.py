"""What a plan is compared with: today, or its program with its own roster, so that two teams more of a program not ours stand alone."""

import csv
import io
from collections.abc import Iterator

import msgspec
import pytest

from alongside.twin.whatif.plan import BoardPlan
from tests.server.plan.invented import invented_histories
from tests.server.plan.test_02_board import SMALL, Board
from tests.server.running import Server, until

TWO = {"do": "add", "kind": "co_responder", "count": "2", "day": "4", "from": "16", "hours": "8"}
LONGEST_S = 300
OTHERS = ("does not take", "which are others than today's")


@pytest.fixture(scope="module")
def with_histories(server: Server) -> Iterator[Server]:
    """Three weeks of calls."""
    with invented_histories(server, {"three-weeks": (22, 12)}):
        yield server


def begin(server: Server, language: str = "en") -> Board:
    """The board a newcomer is led to from *Design my program*."""
    board = Board(server, language=language)
    board.follow(board.person.get("/plan/board?world=three-weeks&program=pert"))
    return board


def test_01_a_program_is_first_compared_with_today_and_offers_its_own_roster(with_histories: Server) -> None:
    pert = begin(with_histories)
    assert "Compared with today's roster and program." in pert.text
    assert '<option value="own">this program with its own roster</option>' in pert.text
    assert "more changes" in pert.sentence()


def test_02_beside_its_own_roster_only_the_teams_added_are_otherwise(with_histories: Server) -> None:
    board = begin(with_histories)
    today = board.mark
    board.change(do="beside", beside="own")
    assert board.mark != today
    assert "Compared with “Psychiatric emergency response teams” and its own roster." in board.text
    assert "nothing can differ" in board.text
    board.change(**TWO)
    beside = "beside “Psychiatric emergency response teams” with its own roster"
    assert board.sentence() == f"2 more teams (Co-responder car) Fri 16–24, {beside}; $117,214 a year more."
    assert board.text.count("<b>New ") == board.text.count('class="tag near">added') == 2  # noqa: PLR2004
    board.change(do="beside", beside="today")
    assert "more changes" in board.sentence()


def test_03_what_is_tried_names_its_own_roster_wherever_today_stood(with_histories: Server) -> None:
    board = begin(with_histories)
    board.change(do="beside", beside="own")
    board.change(**SMALL)
    board.change(**TWO)
    board.send("run")
    assert until(lambda: "data-running" not in board.result(), LONGEST_S)
    result = board.result()
    assert 'class="number">Own roster</th>' in result
    assert "Today" not in result
    assert "today" not in result.replace("of today's calls", "")
    rows = list(csv.reader(io.StringIO(board.person.get(f"/plan/board/{board.mark}.csv").text)))
    assert rows[0][2:4] == ["own_roster", "plan"]
    figures = {row[1]: row[2:4] for row in rows if row[0] == "figure"}
    assert figures["calls"][0] == figures["calls"][1]


def test_04_back_to_today_is_beside_today_and_what_cannot_be_is_told(with_histories: Server) -> None:
    board = begin(with_histories)
    board.change(do="beside", beside="own")
    assert board.change(do="beside", beside="yesterday").status_code == 400  # noqa: PLR2004
    assert "Choose one of the list." in board.text
    board.change(do="again")
    assert "nothing can differ" in board.text
    assert "its own roster." not in board.text.partition('id="roster"')[0]


def test_05_whom_both_do_not_take_is_said_and_the_other_figures_are_of_the_same_calls(with_histories: Server) -> None:
    board = Board(with_histories)
    board.follow(board.person.get("/plan/board?program=la-therapeutic-transport"))
    assert {"does not take", "which are others than today's"} == {said for said in OTHERS if said in board.text}
    board.change(do="beside", beside="own")
    assert {"does not take"} == {said for said in OTHERS if said in board.text}


def test_06_in_spanish(with_histories: Server) -> None:
    board = begin(with_histories, "es")
    board.change(do="beside", beside="own")
    board.change(**TWO)
    assert "Comparado con «Equipos de respuesta a emergencias psiquiátricas» y sus propios turnos." in board.text
    assert "junto a «Equipos de respuesta a emergencias psiquiátricas» con sus propios turnos" in board.sentence()


def test_07_plans_made_before_there_was_a_choice_keep_their_addresses() -> None:
    plan = BoardPlan(program="tailored", rules="0" * 64, world="1" * 64, start=1_767_225_600_000)
    assert b"beside" not in msgspec.json.encode(plan)
    assert plan.mark() != msgspec.structs.replace(plan, beside="own").mark()
