"""A case on the screen: opened from the record, worked, passed on in bulk and accepted; the list of follow-up goes by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations_by_day_and_night
from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, GOAL = "Petra Woodsorrel", "Cook for my brother again"


@pytest.fixture(scope="module")
def known(served: Server) -> tuple[str, str]:
    """(record, episode) of somebody whose promises L. Moreau took on."""
    crew, manager = Person(served, "b-ferreira"), Person(served, "l-moreau")
    scene = Scene(served, crew, "c204", "with_person")
    record = scene.must("RecordPerson", episode=scene.episode, basis="said_so", texts={"name": NAME})["ids"]["person"]
    scene.must("SetPermission", episode=scene.episode, permits=["contact"])
    scene.finish()
    scene.must("TakeFollowUp", by=manager, episode=scene.episode, position="follow-up")
    return str(record), scene.episode


def test_01_a_case_is_opened_on_the_record_and_worked(open_as: OpenAs, known: tuple[str, str]) -> None:
    page = open_as("l-moreau", f"/person/{known[0]}")
    page.get_by_role("link", name="Open a case").click()
    page.get_by_label("Kind").select_option(label="Proactive case management")
    page.get_by_label("Because").select_option(label="After a crisis")
    page.get_by_role("button", name="Open the case").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)
    page.get_by_label("What came of it").select_option(label="Spoke")
    page.get_by_label("Note (encrypted)").first.fill("Walks well again")
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator("#contacts")).to_contain_text("Walks well again")
    expect(page.locator("#contacts")).to_contain_text("1 of 1 contacts")
    page.get_by_label("Another goal (encrypted)").fill(GOAL)
    page.get_by_role("button", name="Add").click()
    expect(page.locator("#goals")).to_contain_text(GOAL)


def test_02_several_are_passed_on_and_move_when_they_are_accepted(open_as: OpenAs, known: tuple[str, str]) -> None:
    page = open_as("l-moreau", "/cases/")
    page.get_by_label(f"Choose {NAME}, Proactive case management").check()
    page.locator("#passing").get_by_label("Who").select_option(label="P. Lowe, Clinician")
    page.locator("#passing").get_by_label("Why").select_option(label="On leave")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#fresh")).to_contain_text("Yours until they accept")
    receiver = open_as("p-lowe", "/cases/")
    expect(receiver.locator("#asked")).not_to_contain_text(NAME)
    receiver.locator("#asked").get_by_label("All").check()
    receiver.get_by_role("button", name="Accept those chosen").click()
    expect(receiver.locator("#asked")).to_contain_text("Nobody asks you")
    expect(receiver.locator("#fresh")).to_contain_text(NAME)
    page.reload()
    expect(page.locator("#fresh")).not_to_contain_text(NAME)


def test_03_the_list_of_follow_up_goes_by_keyboard(open_as: OpenAs, known: tuple[str, str]) -> None:
    page = open_as("l-moreau", "/follow-up/")
    mine = page.locator("#tomorrow .follow-line", has=page.locator(f'[data-episode="{known[1]}"]'))
    expect(mine).to_be_visible()
    for _ in range(page.locator(".follow-line").count()):
        page.keyboard.press("j")
        if mine.evaluate("line => line === document.activeElement"):
            break
    expect(mine).to_be_focused()
    page.keyboard.press("3")
    expect(page.locator(f'.follow-line:has([data-episode="{known[1]}"])').first).to_contain_text("try 1 of")


def test_04_accessible_by_day_and_by_night(open_as: OpenAs, served: Server, known: tuple[str, str]) -> None:
    case = Person(served, "p-lowe").get("/cases/").text.split('href="/cases/')[1].split('"')[0]
    for staff, path in (
        ("p-lowe", "/cases/"),
        ("p-lowe", f"/cases/{case}"),
        ("l-moreau", f"/person/{known[0]}/card"),
        ("m-lindqvist", "/cases/team"),
    ):
        page = open_as(staff, path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations_by_day_and_night(page) == []
