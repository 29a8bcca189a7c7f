"""Roster and shift change: who is aboard is ticked, a desk passes with everybody listed, nothing is passed unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenAs, opening, violations_by_day_and_night
from tests.server.running import Person, Server, running


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: here desks change hands."""
    folder: Path = tmp_path_factory.mktemp("shift")
    with running(folder, "--quiet") as found:
        yield found


@pytest.fixture
def open_own(browser: Browser, own: Server) -> Iterator[OpenAs]:
    """As ``open_as``, on the server where desks change hands."""
    with opening(browser, own) as open_page:
        yield open_page


def test_01_a_co_responder_car_visibly_becomes_patrol(open_own: OpenAs) -> None:
    page = open_own("m-lindqvist", "/roster/")
    unit = page.locator("#unit-c204")
    unit.locator("summary").click()
    unit.get_by_label("B. Ferreira").uncheck()
    unit.get_by_role("button", name="These are aboard now").click()
    expect(unit).to_contain_text("Patrol, rostered as Co-responder car")


def test_05_a_hazard_is_recorded_on_the_roster_with_the_spot_as_people_write_it(open_own: OpenAs) -> None:
    page = open_own("m-lindqvist", "/roster/")
    page.locator("#new-hazard summary").click()
    page.locator("#new-hazard [name=code]").select_option("gate")
    page.locator("#new-hazard [name=spot]").fill("40.7581, -111.8989")
    page.locator("#new-hazard").get_by_role("button", name="Record").click()
    expect(page.locator("#hazards article")).to_contain_text("40.75810, -111.89890")


def test_02_a_desk_passes_with_everybody_listed_and_the_header_names_it(open_own: OpenAs, own: Server) -> None:
    taker = Person(own, "j-diaz")
    taker.take_call()
    page = open_own("m-lindqvist", "/shift/")
    taker.take_call()
    page.get_by_role("button", name="I accept all 2 people listed").click()
    expect(page.locator("header .account")).to_contain_text("Call-taker 1")
    expect(page.locator("#mine h2")).to_contain_text("2")


def test_03_people_are_offered_to_another_desk_in_bulk(open_own: OpenAs) -> None:
    page = open_own("m-lindqvist", "/shift/")
    page.locator("#relieve-call-taker-1").wait_for(state="detached")
    token = page.eval_on_selector("meta[name=csrf-token]", "e => e.content")
    page.request.post("/shift/sit", form={"position": "call-taker-1", "csrfmiddlewaretoken": token})
    page.reload()
    page.locator("[name=to]").select_option("clinician-line")
    page.get_by_role("button", name="Offer", exact=True).click()
    expect(page.locator("#mine")).to_contain_text("offered to Clinician line")
    line = open_own("a-haddad", "/shift/")
    line.get_by_role("button", name="Agree and take over those chosen").click()
    expect(line.locator("#mine h2")).to_contain_text("2")
    expect(page.locator("#mine")).to_contain_text("You may go off duty")


def test_04_accessible_by_day_and_by_night(open_as: OpenAs) -> None:
    for staff, path in (("m-lindqvist", "/roster/"), ("j-diaz", "/shift/"), ("b-ferreira", "/shift/")):
        page = open_as(staff, path)
        expect(page.locator("h1")).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations_by_day_and_night(page) == []
