"""Planning in a browser: a figure changed by keyboard, a history chosen, and nothing that axe or a phone finds fault with."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_every_page import TOO_WIDE
from tests.server.plan.invented import invented_histories
from tests.server.running import Server

LEAD = "m-lindqvist"


@pytest.fixture(scope="module")
def history(served: Server) -> Iterator[str]:
    """Four invented weeks."""
    with invented_histories(served, {"four-weeks": (29, 12)}):
        yield "four-weeks"


@pytest.mark.parametrize(("scheme", "language"), [("light", "en-US"), ("dark", "es-US")])
def test_01_axe_finds_nothing_and_it_fits_a_phone(open_as: OpenAs, history: str, scheme: str, language: str) -> None:
    page = open_as(LEAD, "/plan/", color_scheme=scheme, locale=language)
    of_history = (f"/plan/forecast?history={history}", f"/plan/program?history={history}", f"/plan/world?world={history}")
    for path in ("/plan/", "/plan/need", "/plan/need?occupancy=0", *of_history, "/plan/world"):
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(path)
        assert violations(page) == [], path
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(TOO_WIDE) == [], path


def test_02_a_figure_is_changed_by_keyboard_and_the_answer_has_an_address(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/need")
    expect(page.locator("#need-teams strong")).to_have_text("11")
    field = page.get_by_label("People who live there")
    field.fill("250000")
    field.press("Enter")
    expect(page.locator("#need-teams strong")).to_have_text("3")
    expect(page.get_by_text("usually 1000000")).to_be_visible()
    page.get_by_role("link", name="Link to these figures").click()
    page.wait_for_url("**/plan/need?population=250000")
    expect(page.locator("#need-teams strong")).to_have_text("3")
    page.get_by_role("link", name="Back to the usual figures").click()
    expect(page.locator("#need-teams strong")).to_have_text("11")


def test_03_from_the_menu_to_what_a_program_would_face(open_as: OpenAs, history: str) -> None:
    page = open_as(LEAD, "/measures/")
    page.locator("header .more summary").click()
    page.get_by_role("navigation", name="More pages").get_by_role("link", name="Planning").click()
    page.locator("#histories").get_by_role("link", name=history).click()
    expect(page.locator("#many")).to_contain_text("116 of 348 calls")
    expect(page.locator("#where")).to_contain_text("B2")
