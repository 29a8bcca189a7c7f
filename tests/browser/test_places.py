"""A nurse between two patients: who is coming appears by itself, one press agrees, a reason declines, the steppers say as of when."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations_by_day_and_night
from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture
def place(open_as: OpenAs) -> Page:
    page = open_as("n-castellanos", "/places/")
    expect(page.locator("#place-head h1")).to_contain_text("Wasatch Receiving Center")
    return page


@pytest.fixture
def crew(served: Server) -> Person:
    return Person(served, "b-ferreira")


def test_01_capacity_is_one_press_and_says_as_of_when(place: Page, served: Server) -> None:
    before = 5
    Person(served, "m-lindqvist").ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=before)
    expect(place.locator("output strong")).to_have_text(str(before))
    for _ in range(2):
        place.get_by_role("button", name="one fewer free").click()
        before -= 1
        expect(place.locator("output strong")).to_have_text(str(before))
        expect(place.locator(".as-of")).to_contain_text("as of")
    place.get_by_role("button", name="one more free").click()
    expect(place.locator("output strong")).to_have_text(str(before + 1))


def test_02_a_request_appears_by_itself_and_is_agreed_to(place: Page, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "c204", "with_person")
    scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")
    card = place.locator("#coming article")
    expect(card).to_contain_text("with C204")
    card.get_by_role("button", name="Agree to receive").click()
    expect(card).to_contain_text("You agreed")
    scene.must("RecordDisposition", episode=scene.episode, disposition="transported_voluntary")
    scene.must("RuleOutRedFlags", incident=scene.incident, when="before_departure")
    scene.status("transporting", place="wasatch-receiving")
    place.get_by_role("button", name="At the door: we have the person").click()
    expect(place.locator(f"#here-{scene.episode}")).to_be_visible()
    place.locator(f"#here-{scene.episode}").get_by_text("Release to…").click()
    place.get_by_role("button", name="Home", exact=True).click()
    expect(place.locator(f"#here-{scene.episode}")).to_contain_text("Released: Home")


def test_03_declining_has_a_reason_and_opened_lists_stay_open_meanwhile(place: Page, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "c204", "with_person")
    scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")
    place.get_by_text("Decline, because…").click()
    Person(served, "m-lindqvist").ask("SetDiversion", facility="wasatch-receiving", diverting=True)
    expect(place.locator(".diversion")).to_contain_text("You advise going elsewhere")
    place.get_by_role("button", name="Not enough staff").click()
    expect(place.locator("#coming")).to_contain_text("Nobody is coming")
    place.get_by_role("button", name="Stop advising").click()
    scene.finish()


def test_04_accessible_by_day_and_by_night(open_as: OpenAs) -> None:
    for staff, path in (("n-castellanos", "/places/"), ("m-lindqvist", "/places/")):
        page = open_as(staff, path)
        expect(page.locator("h1")).to_be_visible()
        assert violations_by_day_and_night(page) == []
