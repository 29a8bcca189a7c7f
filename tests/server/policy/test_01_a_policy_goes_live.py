"""An analyst proposes another policy, a supervisor reads the difference and agrees, decisions go by it, and it is rolled back."""

import json
import re
from html import unescape

import pytest

from alongside.ledger.engine import open_engine
from tests.server.running import Person, Server

PAGE, LIMIT = "s.clock.page", "s.level.2.within.mobile_crisis"


@pytest.fixture(scope="module")
def analyst(server: Server) -> Person:
    return Person(server, "d-whitehorse")


@pytest.fixture(scope="module")
def supervisor(server: Server) -> Person:
    return Person(server, "m-lindqvist")


@pytest.fixture(scope="module")
def administrator(server: Server) -> Person:
    return Person(server, "e-adeyemi")


def text(person: Person, path: str) -> str:
    found = person.get(path)
    assert found.status_code == 200, (path, found.status_code)
    return unescape(found.text)


def in_force(person: Person, setting: str) -> str:
    """What the page says of one setting."""
    found = re.search(rf'<tr data-setting="{re.escape(setting)}"><th scope="row">[^<]+</th><td>([^<]+)</td>', text(person, "/policy/"))
    assert found, setting
    return found[1]


def propose(person: Person, **values: str) -> str:
    """The address of what was proposed."""
    told = person.form("/policy/new", reason="planned", **values)
    assert told.status_code == 302, unescape(told.text)[-3000:]
    return str(told.headers["location"])


def agree(person: Person, path: str) -> int:
    gives = re.search(r'name="gives" value="([0-9a-f]{64})"', text(person, path))
    return person.form(path, act="approve", gives=gives[1] if gives else "").status_code


def changed(person: Person, path: str) -> list[tuple[str, str, str]]:
    """What the page says that changes: setting, before, after."""
    row = r'<tr data-setting="([^"]+)"><th scope="row">[^<]+</th><td>([^<]*)</td><td><strong>([^<]*)</strong>'
    return re.findall(row, text(person, path))


def limit(server: Server) -> int:
    """How long a crew that is sent now has to acknowledge, in ms."""
    dispatcher, incident = Person(server, "r-okafor"), Person(server, "j-diaz").take_call()
    sent = dispatcher.ask("AssignUnit", incident=incident, unit="p42")[1]
    dispatcher.ask("WithdrawAssignment", assignment=sent["ids"]["assignment"])
    dispatcher.ask("CancelIncident", incident=incident, reason="misdial")
    engine = open_engine(server.data / "ledger.sqlite3", reading=True)
    (body,) = engine.fetch("SELECT body FROM fact WHERE kind = 'UnitAssigned' ORDER BY seq DESC LIMIT 1")[0]
    engine.close()
    told = json.loads(body)
    return int(told["acknowledge_by"]) - int(told["at"])


def test_01_only_who_may_change_it_sees_the_page(server: Server) -> None:
    for staff in ("p-lowe", "r-okafor", "n-castellanos", "s-petrov"):
        somebody = Person(server, staff)
        assert {somebody.get(path).status_code for path in ("/policy/", "/policy/new", "/policy/none")} == {403}, staff
    assert Person(server).get("/policy/").headers["location"].startswith("/sign-in")


def test_02_what_is_in_force_stands_there_setting_by_setting(supervisor: Person) -> None:
    page = text(supervisor, "/policy/")
    assert "as its files say" in page
    assert in_force(supervisor, "clock.page") == "30 s"
    assert supervisor.get("/policy/none").status_code == 404


def test_03_what_cannot_be_comes_back_with_a_sentence_beside_it(analyst: Person) -> None:
    told = analyst.form("/policy/new", reason="planned", **{PAGE: "45 s", LIMIT: "soon"})
    page = unescape(told.text)
    assert told.status_code == 400
    assert "Write a time from 5 s to 30 s" in page
    assert "2 values cannot be" in page
    assert 'value="soon"' in page
    nothing = analyst.form("/policy/new", reason="planned", **{PAGE: "30 s"})
    assert nothing.status_code == 409
    assert "This changes nothing" in unescape(nothing.text)
    assert analyst.form("/policy/new", reason="planned", wanted_at="2026-02-31T10:00", **{PAGE: "20 s"}).status_code == 400
    assert analyst.ask("ProposePolicy", policy="x", settings=[], wanted_at=0, reason="planned")[0] == 404  # words never come this way


def test_04_proposed_read_and_agreed_to_by_another_then_decisions_go_by_it(
    server: Server, analyst: Person, supervisor: Person, administrator: Person
) -> None:
    path = propose(analyst, **{PAGE: "20 s", LIMIT: "45 min"})
    assert changed(supervisor, path) == [("level.2.within.mobile_crisis", "60 min", "45 min"), ("clock.page", "30 s", "20 s")]
    assert 'name="gives"' not in text(analyst, path)
    assert analyst.form(path, act="approve", gives="0" * 64).status_code == 409
    assert supervisor.form(path, act="approve", gives="0" * 64).status_code == 409
    assert in_force(supervisor, "clock.page") == "30 s"
    assert agree(supervisor, path) == 302
    assert (in_force(analyst, "clock.page"), in_force(analyst, "level.2.within.mobile_crisis")) == ("20 s", "45 min")
    assert limit(server) == 20_000
    assert administrator.form(path, act="roll_back", reason="not_as_expected").status_code == 302
    assert in_force(supervisor, "clock.page") == "30 s"
    assert limit(server) == 30_000
    assert "It does not do what was expected" in text(supervisor, path)
    assert changed(supervisor, path)[1] == ("clock.page", "30 s", "20 s")


def test_05_nobody_agrees_to_their_own_and_it_is_taken_back(administrator: Person, supervisor: Person) -> None:
    path = propose(administrator, **{PAGE: "25 s"})
    assert "somebody else must agree" in text(administrator, path)
    assert administrator.form(path, act="approve", gives="0" * 64).status_code == 409
    assert administrator.form(path, act="withdraw").status_code == 302
    assert supervisor.form(path, act="decline", reason="too_early").status_code == 409
    assert "taken back by who proposed it" in text(supervisor, path)


def test_06_from_a_day_that_is_to_come_and_taken_back_before_it(analyst: Person, supervisor: Person) -> None:
    path = propose(analyst, wanted_at="2027-01-04T06:00", **{PAGE: "10 s"})
    assert agree(supervisor, path) == 302
    page = text(supervisor, path)
    assert "agreed to, not in force yet" in page
    assert in_force(supervisor, "clock.page") == "30 s"
    assert supervisor.form(path, act="roll_back", reason="mistake").status_code == 302
    assert supervisor.form(path, act="roll_back", reason="mistake").status_code == 409


def test_07_a_list_is_changed_and_an_address_brings_values_along(analyst: Person, supervisor: Person) -> None:
    page = text(analyst, f"/policy/new?{LIMIT}=50+min")
    assert ("level.2.within.mobile_crisis", "60 min", "50 min") in changed(analyst, f"/policy/new?{LIMIT}=50+min")
    assert 'value="50 min"' in page
    told = analyst.form("/policy/new", reason="season", **{"s.level.1.order.sent": "1"})
    assert told.status_code == 400
    assert "Choose at least one" in unescape(told.text)
    path = propose(analyst, **{"s.unassessed_as": "4"})
    assert supervisor.form(path, act="decline", reason="not_convinced").status_code == 302
    assert "Not convinced" in text(analyst, path)


def test_08_in_spanish_too(server: Server) -> None:
    somebody = Person(server, "m-lindqvist", "es")
    page = text(somebody, "/policy/new")
    assert "Un aviso que nadie confirma sube después de" in page
    assert "A page nobody acknowledges" not in page
