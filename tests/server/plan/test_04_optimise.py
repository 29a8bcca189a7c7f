"""Optimise: a goal in the address, rosters that promise it by formula, and the twin asked of each, from a queue that can be stopped."""

import re
from functools import partial
from html import unescape
from threading import Event

import pytest

from alongside.server.plan.optimise.answers import Answers
from tests.server.running import Person, Server, until

GOAL = "/plan/optimise?crew=mobile_crisis&share=80&within=30&shift=10&posts=6&weeks=1&runs=2"


@pytest.fixture(scope="module")
def analyst(server: Server) -> Person:
    found = Person(server, "d-whitehorse")
    found.client.timeout = 60  # the first who plans has the world of today made
    return found


def reckoned(person: Person, path: str) -> str:
    """The page once the formulas have answered."""
    assert until(lambda: "Reckoning." not in text(person, path) and "Calculando." not in text(person, path), 60)
    return text(person, path)


def text(person: Person, path: str, status: int = 200) -> str:
    found = person.get(path)
    assert found.status_code == status, (path, found.status_code)
    return unescape(found.text)


def test_01_rosters_that_promise_the_goal_with_both_formulas(analyst: Person) -> None:
    page = reckoned(analyst, GOAL)
    rows = re.findall(r'<tr[^>]* id="candidate-(\w+)">(.*?)</tr>', page, re.S)
    assert {name for name, _row in rows} >= {"spare"}
    for _name, row in rows:
        distance, queue = (float(one) for one in re.findall(r">([\d.]+) %<", row)[:2])
        assert 70 < queue <= distance <= 100
    costs = [int(re.search(r"\$([\d,]+)", row)[1].replace(",", "")) for _name, row in rows]  # type: ignore[index]
    assert costs == sorted(costs)
    assert 'value="80"' in page


def test_02_figures_that_cannot_be_and_goals_that_cannot_be_met_say_why(analyst: Person) -> None:
    page = text(analyst, "/plan/optimise?share=120&within=17&crew=dragon&runs=1", 400)
    assert "4 figures cannot be" in page
    assert "This must be a number from 50 to 99." in page
    assert 'id="candidates"' not in page
    assert "of calls are reached in that time" in reckoned(analyst, "/plan/optimise?crew=mobile_crisis&share=99&within=10&posts=1")


def test_03_asked_of_the_twin_from_a_queue_and_stopped_where_it_is(server: Server, analyst: Person) -> None:
    asked = GOAL.replace("optimise?", "optimise/prove?")
    assert analyst.client.get(asked).status_code == 302  # looking at the address asks nothing
    assert "data-running" not in text(analyst, GOAL)
    assert analyst.form(asked).status_code == 302
    assert "data-running" in text(analyst, f"{GOAL}&part=result")
    assert analyst.form(GOAL.replace("optimise?", "optimise/stop?")).status_code == 302
    assert until(lambda: "Stopped before it was done." in text(analyst, f"{GOAL}&part=result"), 60)


def test_04_a_roster_opens_on_the_planning_board_among_the_other_teams(analyst: Person) -> None:
    found = analyst.get(GOAL.replace("optimise?", "optimise/board?") + "&candidate=spare")
    assert found.headers["location"].startswith("/plan/board/")
    assert "o01" in text(analyst, found.headers["location"]).lower()
    assert analyst.get(GOAL.replace("optimise?", "optimise/board?") + "&candidate=none").headers["location"].startswith("/plan/optimise?")


def test_05_for_those_who_plan_and_in_spanish(server: Server) -> None:
    assert Person(server, "r-okafor").get("/plan/optimise").status_code == 403
    page = reckoned(Person(server, "m-lindqvist", "es"), GOAL)
    assert "Fórmula: con cola" in page
    assert "Rosters that promise it" not in page


def test_06_what_nobody_waits_for_any_more_is_not_reckoned_and_what_failed_may_be_asked_again() -> None:
    answers, go, begun = Answers[int](kept=3, patience_s=0.0), Event(), list[int]()

    def work(number: int) -> int:
        begun.append(number)
        assert go.wait(60)
        return 10 // number

    for number in (*range(1, 50), 0):
        assert answers.ask(number, partial(work, number)) is None
    go.set()
    assert until(lambda: answers.ask(49, partial(work, 49)) is not None, 10)
    with pytest.raises(ZeroDivisionError):
        until(lambda: answers.ask(0, partial(work, 0)) is not None, 10)
    assert begun == [1, 48, 49, 0]
    with pytest.raises(ZeroDivisionError):
        until(lambda: answers.ask(0, partial(work, 0)) is not None, 10)
    assert begun[4:] == [0]
