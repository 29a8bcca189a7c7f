"""Watching a replayed day: the bar steers the clock by keys and buttons, the console follows, and nothing can be sent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenAs, opening, violations
from tests.replay.conftest import write_history
from tests.replay.replaying import Replaying


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replaying]:
    """The invented day, going as slowly as a clock."""
    folder = tmp_path_factory.mktemp("replayed")
    server = Replaying(folder, write_history(folder), "--speed", "1")
    yield server
    server.stop()


@pytest.fixture
def watch(browser: Browser, day: Replaying) -> Iterator[OpenAs]:
    """Opens pages of the replay."""
    with opening(browser, day) as open_page:
        yield open_page


def reach(page: Page, hour: str) -> None:
    """Jump there and wait until the console's clock shows it."""
    page.locator("#replay-jump").select_option(label=hour)
    page.wait_for_function("hour => document.querySelector('[data-clock]').textContent.startsWith(hour)", arg=hour)


def test_1_keys_and_buttons_steer_the_day_and_the_console_is_the_same(watch: OpenAs) -> None:
    page = watch("r-okafor", "/dispatch/")
    expect(page.locator("#replay-speed")).to_have_text("1 ×")
    page.keyboard.press("]")
    expect(page.locator("#replay-speed")).to_have_text("5 ×")
    page.get_by_role("button", name="Slower").click()
    expect(page.locator("#replay-speed")).to_have_text("1 ×")
    page.keyboard.press(".")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    stood = page.inner_text("[data-clock]")
    page.keyboard.press("h")
    reach(page, "09:00")
    assert page.inner_text("[data-clock]") != stood
    page.locator("body").press("?")
    expect(page.locator("dialog[open]")).to_contain_text("Let the day stand still")


def test_2_a_call_can_be_looked_at_but_not_worked(watch: OpenAs) -> None:
    page = watch("r-okafor", "/dispatch/")
    reach(page, "13:00")
    page.keyboard.press(".")
    page.locator("#queue-list a[data-incident]").first.click()
    expect(page.locator("#panel")).to_contain_text("911 call")
    number = min(one["number"] for one in page.request.get("/board.json").json()["incidents"].values())
    page.fill("#command", f"/note {number} seen")
    page.press("#command", "Enter")
    expect(page.get_by_text("This is a day being replayed").first).to_be_visible()
    assert violations(page) == []


def test_3_on_a_phone_the_bar_fits_and_speaks_spanish(watch: OpenAs) -> None:
    page = watch("r-okafor", "/dispatch/", viewport={"width": 390, "height": 844}, locale="es-ES")
    expect(page.locator("#replay-bar")).to_contain_text("Nadie puede cambiar este día")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator("#replay-bar button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    assert violations(page) == []
