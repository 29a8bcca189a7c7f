"""The crew finds a place, the nurse asks back and accepts, a van takes over at the scene, and the officer is free."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"width": 390, "height": 844}
SOON = 30_000


@pytest.fixture
def scene(served: Server) -> Scene:
    """P42, one officer, is with the person, who asks for the receiving center: so it is first, whatever others answered before."""
    assert Person(served, "n-castellanos").ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=9)[0] == 200
    scene = Scene(served, Person(served, "a-kowalski"), "p42", "with_person")
    scene.must("RecordWish", episode=scene.episode, wants=["wasatch-receiving"], way_home="bus")
    return scene


def van_at_the_scene(scene: Scene, served: Server) -> Person:
    """Dispatch sends V2; it arrives."""
    van = Person(served, "s-begay")
    sent = scene.must("AssignUnit", by=scene.dispatcher, incident=scene.incident, unit="v2")["ids"]["assignment"]
    for status in ("acknowledged", "enroute", "on_scene", "with_person"):
        scene.must("ReportStatus", by=van, assignment=sent, status=status)
    return van


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click(timeout=SOON)


def test_01_from_the_list_of_places_to_the_door_with_nobody_between_hands(open_as: OpenAs, served: Server, scene: Scene) -> None:
    officer = open_as("a-kowalski", "/field/", viewport=PHONE)
    places = officer.locator(f"#d-places-{scene.episode}")
    places.locator("summary").first.click(timeout=SOON)
    row = places.locator("li", has_text="Wasatch Receiving Center")
    expect(row).to_contain_text("% say yes")
    expect(row).to_contain_text("door about")
    row.get_by_role("button", name="Reserve").click()
    expect(officer.locator(".transport")).to_contain_text("asked, no answer yet", timeout=SOON)

    nurse = open_as("n-castellanos", "/places/")
    card = nurse.locator("#coming article")
    expect(card).to_contain_text("with P42", timeout=SOON)
    card.get_by_text("Ask back before you answer…").click()
    card.locator("select[name=question]").select_option("mobility")
    card.get_by_role("button", name="Ask back").click()
    expect(card).to_contain_text("You asked", timeout=SOON)

    officer.locator("textarea[name=place_answer]").fill("Walks, a little unsteady", timeout=SOON)
    press(officer, "Answer")
    expect(card).to_contain_text("Walks, a little unsteady", timeout=SOON)
    card.get_by_role("button", name="Agree to receive").click()
    expect(officer.locator(".transport")).to_contain_text("agreed to receive", timeout=SOON)

    officer.locator(f"#d-ride-{scene.episode} summary").click()
    press(officer, "By crisis van")
    expect(officer.locator(".riding")).to_contain_text("By crisis van", timeout=SOON)
    van_at_the_scene(scene, served)
    press(officer, "Offer the person to V2")
    van = open_as("s-begay", "/field/", viewport=PHONE)
    press(van, "Agree")
    press(van, "We have the person now")
    expect(van.locator(f"#person-{scene.episode}")).to_contain_text("with you", timeout=SOON)
    press(officer, "Clear")
    expect(officer.locator(f"#person-{scene.episode}")).to_have_count(0, timeout=SOON)
    assert scene.dispatcher.board()["units"]["p42"]["assignments"] == [], "the officer is free"

    crew = Person(served, "s-begay")
    [sent] = [one["id"] for one in scene.dispatcher.board()["units"]["v2"]["assignments"]]
    scene.must("RuleOutRedFlags", by=crew, incident=scene.incident, when="before_departure")
    scene.must("ReportStatus", by=crew, assignment=sent, status="transporting", place="wasatch-receiving")
    nurse.get_by_role("button", name="At the door: we have the person").click(timeout=SOON)
    expect(nurse.locator(f"#here-{scene.episode}")).to_be_visible(timeout=SOON)
    assert scene.dispatcher.board()["units"]["v2"]["assignments"] == []


def test_02_the_list_the_ride_and_the_answers_are_accessible(open_as: OpenAs, served: Server, scene: Scene) -> None:
    officer = open_as("a-kowalski", "/field/", viewport=PHONE)
    officer.locator(f"#d-places-{scene.episode} summary").first.click(timeout=SOON)
    officer.locator(f"#d-wish-{scene.episode} summary").click()
    officer.locator(f"#d-search-{scene.episode} summary").click()
    expect(officer.locator("select[name=position]")).to_be_visible()
    assert violations(officer) == []
    lead = open_as("m-lindqvist", "/measures/places?period=all")
    expect(lead.locator("#reliability")).to_be_visible()
    assert violations(lead) == []
    scene.finish()
