"""A call taken with the keyboard alone: on the board with the first word, assessed as answers come, sent, kept when the tab closes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations_by_day_and_night
from tests.server.running import Person, Server


@pytest.fixture
def page(open_as: OpenAs) -> Page:
    found = open_as("j-diaz", "/intake/new")
    expect(found.locator("#question h2")).to_be_visible()
    return found


def answer(page: Page, *keys: str) -> None:
    for key in keys:
        before = page.locator("#question h2").inner_text()
        page.keyboard.press(key)
        expect(page.locator("#question h2")).not_to_have_text(before)


def test_01_a_call_by_keys_alone(page: Page, served: Server) -> None:
    page.keyboard.press("1")
    page.keyboard.type("900 W 400 S")
    expect(page.locator("#candidates button").first).to_contain_text("grid")
    page.keyboard.press("Enter")
    expect(page.locator("#save-state")).to_have_text("saved")
    answer(page, "n", "d", "n", "v")
    expect(page.locator("#level-box")).to_contain_text("L3")
    expect(page.locator("#needs")).to_contain_text("“")
    expect(page.locator("#changes li").first).to_contain_text("L")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/intake/new")
    expect(page.locator(".toast")).to_contain_text("is in the queue")
    rows = Person(served, "r-okafor").board()["incidents"].values()
    assert any(row["level"] == 3 for row in rows)


def test_02_dont_know_is_an_answer_and_a_correction_reruns_the_protocol(page: Page) -> None:
    answer(page, "n", "d", " ")
    answer(page, "a")
    expect(page.locator("#level-box")).to_contain_text("L4")
    page.keyboard.press("Backspace")
    answer(page, "c")
    expect(page.locator("#level-box")).not_to_contain_text("L4")


def test_03_the_script_is_in_the_callers_language(page: Page) -> None:
    page.select_option("#language", "es")
    expect(page.locator("#question h2")).to_contain_text("¿")
    expect(page.locator("#question h2")).to_have_attribute("lang", "es")


def test_04_a_candidate_puts_a_pin_and_the_words_stay(page: Page, served: Server) -> None:
    page.fill("#place", "700 E 900 S, back door")
    page.locator("#candidates button").first.click()
    expect(page.locator("#place-chosen")).to_contain_text("On the map")
    expect(page.locator("#place")).to_have_value("700 E 900 S, back door")
    page.fill("#place", "700 E 1900 S, back door")
    expect(page.locator("#place-chosen")).to_contain_text("The words changed since this pin was set")
    expect(page.locator("#candidates button").first).to_contain_text("1900 S")
    page.press("#place", "Enter")
    expect(page.locator("#place-chosen")).not_to_contain_text("changed")
    expect(page.locator("#save-state")).to_have_text("saved")


def test_05_a_transfer_asks_for_place_and_call_back_first(page: Page) -> None:
    page.click('[data-to="partner:line-988"]')
    expect(page.locator(".toast.refused")).to_contain_text("where they are, a call-back number")
    page.fill("#place", "Liberty Park, north gate")
    page.fill("#call_back", "801 555 0144")
    page.click('[data-to="partner:line-988"]')
    expect(page.locator("#people")).to_contain_text("Offered to")
    page.click("#people >> text=They agreed by phone")
    for name, said in (("said_by", "D. Abara"), ("said_role", "counselor"), ("said_number", "801 555 0188")):
        page.fill(f"#people [name={name}]", said)
    page.get_by_role("button", name="Agreed by phone").click()
    expect(page.locator("#people")).to_contain_text("has taken over")


def test_06_a_closed_tab_loses_nothing(open_as: OpenAs) -> None:
    first = open_as("t-nakai", "/intake/new")
    with first.expect_response("**/intake/draft"):
        first.fill("#summary", "He has not slept for four days")
    first.close()
    again = open_as("t-nakai", "/intake/new")
    expect(again.locator("#summary")).to_have_value("He has not slept for four days")
    expect(again.locator("#draft-note")).to_contain_text("before the page was closed")


@pytest.mark.parametrize("options", [{}, {"viewport": {"width": 390, "height": 844}}])
def test_07_axe_finds_nothing(open_as: OpenAs, options: dict[str, object]) -> None:
    found = open_as("j-diaz", "/intake/new", **options)
    expect(found.locator("#question h2")).to_be_visible()
    assert not violations_by_day_and_night(found)
