"""The planning board in a browser: two teams dragged on, a shift moved by mouse and by keys, and an answer with its interval."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_every_page import TOO_WIDE

LEAD = "m-lindqvist"
LONGEST_MS = 300_000
WEEK_HOURS = 168


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """By mouse, as a hand does: down, some way, up."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def at_hour(strip: Locator, hour: float) -> tuple[float, float]:
    box = strip.bounding_box()
    assert box
    return box["x"] + box["width"] * hour / WEEK_HOURS, box["y"] + box["height"] / 2


def sentence(page: Page) -> Locator:
    return page.locator("#sentence")


def test_01_two_teams_are_dragged_on_and_the_answer_has_an_interval(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/board")
    page.get_by_label("Weeks").fill("1")
    page.get_by_label("Times").fill("2")
    page.locator("#demand").fill("50")
    page.locator("#demand").press("Enter")
    expect(page.locator("#last")).to_be_visible()
    expect(page.locator("#demand")).to_have_value("50")
    for many in (1, 2):
        page.locator("[data-lane]").scroll_into_view_if_needed()
        drag(page, middle(page.locator('[data-crew="mobile_crisis"]')), at_hour(page.locator("[data-lane]"), 4 * 24 + 16.2))
        expect(sentence(page)).to_contain_text(f"{many} more team")
    expect(sentence(page)).to_contain_text("2 more teams (Mobile crisis team) Fri 16–24, 50 % of today's calls, for both")
    address = page.url
    page.get_by_role("button", name="Try it").click()
    expect(sentence(page)).to_have_text(
        re.compile(r": .+(95 % between .* and .*|no difference); \$93,170 a year more\."), timeout=LONGEST_MS
    )
    expect(page.locator("#figure-response_p90")).to_contain_text("to")
    assert page.url.partition("?")[0].partition("#")[0] == address.partition("?")[0]  # the same plan
    expect(page.locator("[data-running]")).to_have_count(0, timeout=LONGEST_MS)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == []


def test_02_a_shift_is_moved_made_longer_and_given_away_by_mouse(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/board")
    strip, bar = page.locator('[data-strip="m14"]'), page.locator('[data-strip="m14"] [data-shift="2"]')
    bar.scroll_into_view_if_needed()
    drag(page, middle(bar), (middle(bar)[0] + 2.1 / WEEK_HOURS * strip.bounding_box()["width"], middle(bar)[1]))  # type: ignore[index]
    expect(sentence(page)).to_contain_text("Wed 10–22")
    box = bar.bounding_box()
    assert box
    edge = (box["x"] + box["width"] - 2, middle(bar)[1])
    drag(page, edge, (edge[0] - 4.1 / WEEK_HOURS * strip.bounding_box()["width"], edge[1]))  # type: ignore[index]
    expect(sentence(page)).to_contain_text("Wed 10–18")
    drag(page, middle(bar), (middle(bar)[0], middle(page.locator('[data-strip="m16"]'))[1]))
    expect(sentence(page)).to_contain_text("M16 on duty")
    expect(page.locator("#last")).to_contain_text("M14 on duty")
    page.get_by_role("link", name="Undo").click()
    expect(sentence(page)).not_to_contain_text("M16")
    expect(sentence(page)).to_contain_text("Wed 10–18")


def test_03_the_same_by_keyboard_and_what_cannot_be_is_said(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/board")
    bar = page.locator('[data-strip="m14"] [data-shift="0"]')
    bar.focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator("[data-says]")).to_have_text("Monday 9:00, 11 h")
    expect(sentence(page)).to_contain_text("The same roster")  # only shown so far
    page.keyboard.press("Enter")
    expect(sentence(page)).to_contain_text("Mon 9–20")
    expect(bar).to_be_focused()
    page.keyboard.press("]")
    expect(page.locator('[data-strip="m14"] [data-shift="1"]')).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#refused")).to_contain_text("M12 is on duty around the clock already")
    page.locator('[data-strip="m14"] [data-shift="1"]').focus()
    page.keyboard.press("Delete")
    expect(sentence(page)).to_contain_text("Wed–Sun 8–20")


@pytest.mark.parametrize(("scheme", "language"), [("dark", "es-US")])
def test_04_by_hand_on_a_phone_in_spanish_and_nothing_axe_finds_fault_with(open_as: OpenAs, scheme: str, language: str) -> None:
    page = open_as(LEAD, "/plan/board", color_scheme=scheme, locale=language)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(TOO_WIDE) == []
    page.get_by_role("link", name="Horario de M14").click()
    form = page.locator("#team-m14 form").first
    form.get_by_label("desde").fill("10")
    form.get_by_role("button", name="Cambiar").click()
    expect(sentence(page)).to_contain_text("M14 en servicio a diario 10–22")
    assert page.evaluate(TOO_WIDE) == []
    assert violations(page) == []
    page.locator("#undo").click()
    expect(sentence(page)).to_contain_text("Los mismos turnos")
