"""A place without an account answers by link and PIN on a phone; a hold is written at the scene and says its latest time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}}
FACTS = "Stood on the rail of the bridge and said goodbye"


@pytest.fixture(scope="module")
def scene(served: Server) -> Scene:
    return Scene(served, Person(served, "p-lowe"), "m12", upto="with_person")


@pytest.fixture(scope="module")
def asked(scene: Scene) -> str:
    """A chair at Wasatch, and no answer yet."""
    told = scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")
    return str(told["ids"]["reservation"])


def test_01_a_partner_answers_by_link_and_spoken_pin(open_as: OpenAs, scene: Scene, asked: str) -> None:
    crew = open_as("p-lowe", "/field/", **PHONE)
    crew.get_by_text("They have no account: link and PIN").click()
    crew.get_by_role("button", name="Make a link").click()
    address, pin = crew.locator("#address").inner_text(), crew.locator("#pin").inner_text()
    assert violations(crew) == []
    guest = open_as("", address, **PHONE)
    expect(guest.get_by_role("heading", name="Somebody asks you")).to_be_visible()
    assert violations(guest) == []
    guest.get_by_label("PIN").fill(pin)
    guest.get_by_role("button", name="Show what was sent").click()
    expect(guest.get_by_role("heading", name="Can you receive this person?")).to_be_visible()
    form = guest.locator("form", has=guest.get_by_role("button", name="Agree to receive"))
    form.get_by_label("Your name").fill("Invented Nurse")
    form.get_by_label("Your role").fill("charge nurse")
    form.get_by_label("The PIN once more, as your signature").fill(pin)
    form.get_by_role("button", name="Agree to receive").click()
    expect(guest.get_by_text("You agreed")).to_be_visible()
    assert violations(guest) == []
    nurse = open_as("n-castellanos", "/places/wasatch-receiving")
    expect(nurse.locator("article", has_text=str(scene.number())).get_by_text("You agreed")).to_be_visible()


def test_02_a_hold_is_written_with_the_ground_and_the_facts_and_shows_its_latest_time(open_as: OpenAs, scene: Scene) -> None:
    page = open_as("p-lowe", f"/hold/{scene.episode}", **PHONE)
    begun = datetime.now(ZoneInfo("America/Denver")) - timedelta(hours=1)
    page.get_by_label("Since when the person is detained").fill(begun.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Danger to self").check()
    page.get_by_label("Facts: what was seen, heard and said, by whom (encrypted)").fill(FACTS)
    assert violations(page) == []
    page.get_by_role("button", name="Write the hold").click()
    expect(page.get_by_text("At the latest", exact=True)).to_be_visible()
    expect(page.get_by_text(FACTS)).to_be_visible()
    expect(page.get_by_text("not yet", exact=True)).to_be_visible()
    assert violations(page) == []
    page.get_by_text("It ends", exact=True).click()
    ends = page.locator("form", has=page.get_by_role("button", name="Write how it ended"))
    ends.get_by_label("How").select_option("released")
    ends.get_by_label("The person", exact=True).check()
    ends.get_by_role("button", name="Write how it ended").click()
    expect(page.get_by_role("heading", name="Write a legal hold")).to_be_visible()
    board = scene.dispatcher.get(f"/dispatch/incident/{scene.incident}").text
    assert "The legal hold ended" in board


def test_03_the_crew_is_free_for_others(scene: Scene, asked: str) -> None:
    scene.must("TakeBackReservation", reservation=asked)
    scene.finish()
    assert scene.dispatcher.board()["units"]["m12"]["assignments"] == []
