"""Opening a record in an emergency, by keyboard and on a phone; who must look is told; when the hour ends nothing stays on the screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME = "Invented Name of the Quiet Lane"


@pytest.fixture(scope="module")
def scene(served: Server) -> Scene:
    made = Scene(served, Person(served, "p-lowe"), "m12", upto="with_person")
    made.must("RecordPerson", episode=made.episode, basis="said_so", band="adult", texts={"name": NAME})
    return made


def shot(page: Page, name: str) -> None:
    """A picture for eyes, where somebody asked for one."""
    import os

    if folder := os.environ.get("ALONGSIDE_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_01_the_record_is_opened_by_keyboard_and_goes_from_the_screen_when_the_hour_ends(open_as: OpenAs, scene: Scene) -> None:
    officer = open_as("s-petrov", "/emergency-access/")
    page = open_as("n-castellanos", f"/emergency-access/of/{scene.episode}")
    expect(page.get_by_text(NAME)).to_have_count(0)
    shot(page, "form")
    page.get_by_label("Reason").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Unresponsive in the waiting room, allergies unknown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(NAME)).to_be_visible()
    assert violations(page) == []
    shot(page, "opened")
    badge = officer.locator('nav a[href="/emergency-access/"] .tag')
    expect(badge).to_be_visible()
    expect(officer.get_by_text("Unresponsive in the waiting room")).to_be_visible()  # the list, too, before anybody asks for it again
    page.context.set_offline(True)  # the screen is emptied without the server
    page.eval_on_selector("[data-ends]", "e => { e.dataset.ends = '1' }")
    expect(page.get_by_text(NAME)).to_have_count(0)


def test_02_the_officer_sees_why_ends_it_and_reviews_it(open_as: OpenAs, scene: Scene) -> None:
    page = open_as("s-petrov", "/emergency-access/")
    line = page.locator("article", has_text="Unresponsive in the waiting room")
    expect(line).to_be_visible()
    expect(line).to_contain_text("Nurse (Wasatch Receiving Center (invented))")
    shot(page, "list")
    line.get_by_role("button", name="End it at once").click()
    line.get_by_label("Finding").select_option("appropriate")
    shot(page, "review")
    assert violations(page) == []
    line.get_by_role("button", name="Record the review").click()
    expect(page.locator("#glass-settled article", has_text="Unresponsive in the waiting room")).to_contain_text("Appropriate")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844), (320, 640)])
def test_03_both_pages_fit_a_phone_and_a_desk_in_spanish_and_in_the_dark(open_as: OpenAs, scene: Scene, width: int, height: int) -> None:
    size = {"width": width, "height": height}
    page = open_as("n-castellanos", f"/emergency-access/of/{scene.episode}", locale="es-US", viewport=size, color_scheme="dark")
    for path in (f"/emergency-access/of/{scene.episode}", "/emergency-access/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shot(page, f"es-{width}-{path.strip('/').split('/')[-1][:4]}")
    assert violations(page) == []
