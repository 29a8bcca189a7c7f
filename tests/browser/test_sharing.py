"""Who sees what, in a browser: a question by keyboard, an answer that axe finds nothing against."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations_by_day_and_night


def test_01_axe_finds_nothing(open_as: OpenAs) -> None:
    page = open_as("m-lindqvist", "/sharing/?role=officer&tie=assigned&ended=hour")
    assert violations_by_day_and_night(page) == []
    page.goto("/sharing/matrix")
    assert violations_by_day_and_night(page) == []


def test_02_a_question_is_asked_by_keyboard(open_as: OpenAs) -> None:
    page = open_as("m-lindqvist", "/sharing/")
    page.get_by_label("Role").select_option("nurse")
    page.get_by_label("by agreement").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_label("by agreement")).to_be_checked()
    expect(page.locator(".sharing-answer")).to_contain_text("✓ Shown: treatment")
