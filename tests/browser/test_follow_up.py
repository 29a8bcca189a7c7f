"""Whom must I reach today: taken on in one go, an outcome in one tap, a story with who was responsible when."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations_by_day_and_night
from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture
def crew(served: Server) -> Person:
    return Person(served, "b-ferreira")


def test_01_all_new_people_are_taken_on_at_once(open_as: OpenAs, served: Server, crew: Person) -> None:
    people = [Scene(served, crew, "c204", "with_person").finish().episode for _ in range(2)]
    page = open_as("l-moreau", "/follow-up/")
    page.get_by_label("All", exact=True).check()
    page.get_by_role("button", name="Take those chosen").click()
    expect(page.locator("#new")).to_contain_text("Nothing new")
    for episode in people:
        expect(page.locator(f'#tomorrow [data-episode="{episode}"]')).to_be_visible()


def test_02_an_outcome_is_one_tap_and_a_note_goes_to_the_vault_first(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "c204", "with_person").finish()
    Person(served, "l-moreau").ask("TakeFollowUp", episode=scene.episode, position="follow-up")
    page = open_as("l-moreau", "/follow-up/")
    line = page.locator("#tomorrow .follow-line", has=page.locator(f'[data-episode="{scene.episode}"]'))
    line.get_by_text("Note, next date, close").click()
    line.locator("[data-note]").fill("Neighbour says after six")
    line.get_by_role("button", name="No answer").click()
    expect(page.locator(f'.follow-line:has([data-episode="{scene.episode}"])').first).to_contain_text("try 1 of")
    page.goto(f"/follow-up/{scene.episode}")
    expect(page.locator("#story")).to_contain_text("Neighbour says after six")
    expect(page.locator("#spans")).to_contain_text("Follow-up desk")


def test_03_accessible_by_day_and_by_night(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "c204", "with_person").finish()
    for path in ("/follow-up/", f"/follow-up/{scene.episode}"):
        page = open_as("l-moreau", path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations_by_day_and_night(page) == []


def test_04_on_a_phone_the_next_act_is_on_the_first_screen_and_what_is_for_later_is_folded(
    open_as: OpenAs, served: Server, crew: Person
) -> None:
    scene = Scene(served, crew, "c204", "with_person").finish()
    Person(served, "l-moreau").ask("TakeFollowUp", episode=scene.episode, position="follow-up")
    page = open_as("l-moreau", "/follow-up/", viewport={"width": 390, "height": 844})
    line = page.locator("#tomorrow .follow-line", has=page.locator(f'[data-episode="{scene.episode}"]'))
    expect(page.locator("#fold-tomorrow > summary")).to_be_visible()
    expect(line).to_be_hidden()
    page.locator('.sums a[href="#tomorrow"]').click()
    expect(line).to_be_visible()
    line.get_by_text("What came of the attempt").click()
    line.get_by_role("button", name="No answer").click()
    expect(page.locator(f'.follow-line:has([data-episode="{scene.episode}"])').first).to_contain_text("try 1 of")
    page.goto(f"/follow-up/{scene.episode}")
    expect(page.get_by_role("button", name="No answer")).to_be_in_viewport()
    expect(page.locator("#story li").first).to_be_hidden()
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.locator("#story li").first).to_be_visible()
    expect(page.locator("#fold-story > summary")).to_be_hidden()
