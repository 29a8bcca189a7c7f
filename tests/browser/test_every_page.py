"""What holds on every page: it fits a phone and a desk in both languages, and its menu opens and closes as menus do."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.server.running import Person, Server

PAGES = {
    "": ("/sign-in",),
    "m-lindqvist": (
        "/dispatch/",
        "/measures/",
        "/measures/places",
        "/roster/",
        "/shift/",
        "/history/",
        "/places/",
        "/sharing/?role=officer&tie=assigned",
        "/sharing/matrix",
        "/cases/team",
        "/cases/often",
        "/way/",
    ),  # fmt: skip
    "j-diaz": ("/intake/new",),
    "l-moreau": ("/follow-up/", "/cases/", "/outcomes/", "/directory/?need=shelter&near=Downtown", "/referrals/"),
    "k-brandt": ("/referred/",),
    "s-petrov": ("/same-person/",),
    "n-castellanos": ("/places/wasatch-receiving",),
    "k-tanaka": ("/field/", "/threats/", "/threats/new"),
}
# What is wider than the window though nothing of its own scrolls; lists, tables and the bar of pages scroll by themselves.
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { width, right } = one.getBoundingClientRect();
  const scrollsItself = one.closest("nav, .scroll, .table-scroll, #map, svg, .visually-hidden");
  return width > 0 && right > document.documentElement.clientWidth + 1 && !scrollsItself;
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`)"""


@pytest.mark.parametrize("language", ["en-US", "es-US"])
@pytest.mark.parametrize("staff", PAGES)
def test_01_nothing_is_wider_than_its_window(open_as: OpenAs, staff: str, language: str) -> None:
    """WCAG 1.4.10: down to 320 px nobody scrolls in two directions."""
    page = open_as(staff, PAGES[staff][0], locale=language)
    for path in PAGES[staff]:
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", language[:2])
        for width, height in ((1366, 768), (390, 844), (320, 640)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(TOO_WIDE) == [], f"{path} at {width} px"


def test_02_the_account_menu_closes_by_escape_and_by_a_press_elsewhere(open_as: OpenAs) -> None:
    page = open_as("l-moreau", "/follow-up/")
    menu = page.locator("details.account")
    menu.locator("summary").click()
    expect(menu.get_by_role("button", name="Sign out")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.mouse.click(200, 500)
    expect(menu.get_by_role("button", name="Sign out")).to_be_hidden()


def test_03_light_or_dark_is_remembered_on_the_next_page(open_as: OpenAs) -> None:
    page = open_as("m-lindqvist", "/measures/", color_scheme="light")
    page.locator("details.account summary").click()
    page.get_by_role("button", name="Light or dark").click()
    for path in ("/roster/", "/dispatch/"):
        page.goto(path)
        assert is_dark(page), path


def is_dark(page: Page) -> bool:
    """Whether the page is drawn dark: its ground is darker than its ink."""
    red = "e => Number(getComputedStyle(e)[%r].match(/\\d+/)[0])"
    return bool(page.eval_on_selector("body", red % "color") > page.eval_on_selector("html", red % "backgroundColor"))


NEAREST_TO_THE_EDGE = """() => Math.min(...[...document.querySelectorAll("main :is(h1, h2, p, label, a, td)")].filter((one) =>
  one.getBoundingClientRect().width > 1 && !one.closest(".visually-hidden")).map((one) => one.getBoundingClientRect().left))"""
APART = {
    "m-lindqvist": ("/nowhere", "/plan/program?history=../x", "/api/docs"),
    "j-diaz": ("/staff/", "/nowhere"),
    "": ("/nowhere", "/health"),
}


@pytest.mark.parametrize("staff", APART)
def test_04_no_words_touch_the_edge_of_the_window(open_as: OpenAs, staff: str) -> None:
    """Pages that belong to no stage of a call have their margins too: what is not there, or not for this role."""
    page = open_as(staff, "/")
    for path in APART[staff]:
        page.goto(path)
        for width, height in ((1366, 768), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(NEAREST_TO_THE_EDGE) >= 8, f"{path} at {width} px"
            assert page.evaluate(TOO_WIDE) == [], f"{path} at {width} px"


LISTS = {
    "s-petrov": ("/audit/report", "/history/"),
    "e-adeyemi": ("/staff/",),
    "m-lindqvist": ("/measures/places?period=all",),
}
SIDEWAYS = """() => [...document.querySelectorAll(".scroll, .table-scroll")].filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.getAttribute("aria-label"))"""


@pytest.mark.parametrize("staff", LISTS)
def test_05_a_list_is_read_on_a_phone_without_scrolling_it_sideways(open_as: OpenAs, served: Server, staff: str) -> None:
    taker = Person(served, "j-diaz")
    call = taker.take_call(texts={"narrative": "talks of the river"})
    taker.get(f"/dispatch/incident/{call}")  # so that somebody has read something
    page = open_as(staff, "/", viewport={"width": 390, "height": 844})
    for path in LISTS[staff]:
        page.goto(path)
        expect(page.locator("main table tbody tr").first).to_be_visible()
        assert page.evaluate(SIDEWAYS) == [], path
