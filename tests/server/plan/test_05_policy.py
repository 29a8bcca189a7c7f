"""Planning starts from the policy in force: a plan keeps that of its time, says when another is, and takes it when asked to."""

import csv
import io
import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.server.plan.invented import found_for
from tests.server.running import Person, Server

SETTING = "s.level.2.within.mobile_crisis"


@pytest.fixture(scope="module")
def analyst(server: Server) -> Person:
    found = Person(server, "d-whitehorse")
    found.client.timeout = 60  # the first who plans has the world of today made
    return found


@pytest.fixture(scope="module")
def before(analyst: Person) -> str:
    """The plan of today, under the files."""
    return today(analyst)


@pytest.fixture(scope="module")
def changed(server: Server, analyst: Person, before: str) -> Iterator[str]:
    """Another policy, agreed to; taken back when the stories are told."""
    supervisor = Person(server, "m-lindqvist")
    path = str(analyst.form("/policy/new", reason="planned", **{SETTING: "45 min"}).headers["location"])
    gives = re.search(r'name="gives" value="([0-9a-f]{64})"', text(supervisor, path))
    assert gives
    assert supervisor.form(path, act="approve", gives=gives[1]).status_code == 302
    yield path
    supervisor.form(path, act="roll_back", reason="not_as_expected")  # where the last story did not


def text(person: Person, path: str) -> str:
    found = person.get(path)
    assert found.status_code == 200, (path, found.status_code)
    return unescape(found.text)


def today(person: Person) -> str:
    return str(person.get("/plan/board").headers["location"])


def test_01_the_plan_of_today_is_another_under_another_policy(analyst: Person, before: str, changed: str) -> None:
    after = today(analyst)
    assert after != before
    page = text(analyst, after)
    assert "nothing can differ" in page
    assert 'id="outdated"' not in page


def test_02_a_plan_of_before_says_so_is_tried_as_it_was_and_takes_the_policy_of_now(analyst: Person, before: str, changed: str) -> None:
    page = text(analyst, before)
    assert "The policy in force has changed since this plan was made." in page
    assert "The same roster, with the policy of when it was made; the same cost." in page
    assert 'id="try"' in page  # the policy alone may differ
    taken = analyst.form(f"{before}/change", do="policy").headers["location"]
    assert taken.partition("?")[0] == today(analyst)
    other = analyst.form(f"{before}/change", do="program", program="pert").headers["location"].partition("?")[0]
    assert 'id="outdated"' not in text(analyst, other)
    back = analyst.form(f"{other}/change", do="program", program="tailored").headers["location"].partition("?")[0]
    assert back == today(analyst)


def test_03_what_is_kept_says_in_which_settings_the_policies_differ(server: Server, analyst: Person, before: str, changed: str) -> None:
    found_for(server, analyst, before)
    rows = [row for row in csv.reader(io.StringIO(text(analyst, f"{before}.csv"))) if row[0] == "setting"]
    assert rows == [["setting", SETTING.removeprefix("s."), "2700000", "3600000"]]


def test_04_in_spanish(server: Server, before: str, changed: str) -> None:
    page = text(Person(server, "m-lindqvist", "es"), before)
    assert "La política vigente ha cambiado desde que se hizo este plan." in page
    assert "con la política de cuando se hizo" in page


def test_05_rolled_back_the_plan_of_before_is_that_of_today_again(server: Server, analyst: Person, before: str, changed: str) -> None:
    assert Person(server, "m-lindqvist").form(changed, act="roll_back", reason="not_as_expected").status_code == 302
    assert today(analyst) == before
    assert 'id="outdated"' not in text(analyst, before)
