"""The policy in a browser: proposed, read, agreed to, in force, rolled back; and a goal whose rosters are proved in the twin."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_every_page import TOO_WIDE
from tests.server.running import Person, Server

ANALYST, LEAD = "d-whitehorse", "m-lindqvist"
LIMIT = "level.2.within.mobile_crisis"
GOAL = "/plan/optimise?crew=mobile_crisis&share=80&within=30&shift=10&posts=6&weeks=1&runs=2"
LONGEST_MS = 300_000


def row(page: Page, part: str) -> list[str]:
    """Setting, before, after."""
    return page.locator(f'{part} tr[data-setting="{LIMIT}"] td').all_inner_texts()


def in_force(page: Page) -> str:
    page.goto("/policy/")
    page.get_by_text("Level 2: Moderate", exact=True).click()
    return page.locator(f'details tr[data-setting="{LIMIT}"] td').inner_text()


def test_01_proposed_by_one_read_and_agreed_to_by_another_in_force_and_rolled_back(open_as: OpenAs) -> None:
    page = open_as(ANALYST, "/policy/")
    page.get_by_role("link", name="Propose a change").click()
    page.get_by_text("Level 2: Moderate", exact=True).click()
    limit = page.locator(f'[id="s-{LIMIT}"]')
    limit.fill("soon")
    page.get_by_label("Because").select_option("planned")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_role("alert")).to_contain_text("1 value cannot be")
    expect(limit).to_have_value("soon")  # its group is open, what was typed is still there
    expect(limit).to_have_attribute("aria-invalid", "true")
    limit.fill("45 min")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_text("An administrator or supervisor must agree to it.")).to_be_visible()
    assert page.get_by_role("button", name="I have read this and agree").count() == 0
    address = page.url

    lead = open_as(LEAD, "/policy/")
    assert in_force(lead) == "60 min"
    lead.locator(f'a[href="{re.sub(r"https?://[^/]+", "", address)}"]').click()
    expect(lead.locator(f'tr[data-setting="{LIMIT}"]')).to_be_visible()
    assert row(lead, "main") == ["60 min", "45 min"]
    lead.get_by_role("button", name="I have read this and agree").click()
    expect(lead.locator("#roll-back")).to_be_visible()
    assert in_force(lead) == "45 min"
    lead.goto(address)
    lead.locator("#roll-back select").select_option("not_as_expected")
    lead.get_by_role("button", name="Roll back now").click()
    expect(lead.get_by_text("It does not do what was expected")).to_be_visible()
    assert lead.locator("#roll-back").count() == 0
    assert in_force(lead) == "60 min"


@pytest.fixture(scope="module")
def proposed(served: Server) -> Iterator[str]:
    """One that waits; taken back afterwards."""
    analyst = Person(served, ANALYST)
    path = str(analyst.form("/policy/new", reason="planned", **{f"s.{LIMIT}": "50 min", "s.clock.page": "20 s"}).headers["location"])
    yield path
    analyst.form(path, act="withdraw")


@pytest.mark.parametrize(("scheme", "language"), [("light", "en-US"), ("dark", "es-US")])
def test_02_axe_finds_nothing_and_everything_fits_a_phone(open_as: OpenAs, proposed: str, scheme: str, language: str) -> None:
    page = open_as(LEAD, proposed, color_scheme=scheme, locale=language)
    for path in (proposed, "/policy/", f"/policy/new?s.{LIMIT}=50+min", GOAL):
        page.goto(path)
        if path == GOAL:
            expect(page.locator("#candidates")).to_be_visible(timeout=LONGEST_MS)
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        page.set_viewport_size({"width": 1366, "height": 768})
        assert violations(page) == [], path
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate(TOO_WIDE) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path


def find_rosters(page: Page) -> None:
    """The goal put in by hand."""
    for label, value in (("Share of calls", "80"), ("Posts at most", "6"), ("Lived in the twin", "1"), ("and so many times", "2")):
        page.get_by_label(label).fill(value)
    page.get_by_label("Kind of crew").select_option("mobile_crisis")
    page.get_by_label("Length of a shift").select_option("10")
    page.get_by_role("button", name="Find rosters").click()
    expect(page.locator("#candidates tbody tr").first).to_be_visible(timeout=LONGEST_MS)


def test_03_a_goal_gives_rosters_and_one_of_them_goes_on_the_board(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/optimise")
    page.get_by_label("Share of calls").fill("120")
    page.get_by_role("button", name="Find rosters").click()
    expect(page.get_by_role("alert")).to_contain_text("1 figure cannot be")
    expect(page.get_by_label("Share of calls")).to_have_attribute("aria-invalid", "true")
    find_rosters(page)
    expect(page.locator("#prove")).to_be_visible()
    page.locator("#candidate-spare").get_by_role("link", name="Open on the planning board").click()
    expect(page.locator("#sentence")).to_contain_text("Mobile crisis team")


@pytest.mark.deep
def test_04_and_proved_in_the_twin_both_numbers_stand_side_by_side(open_as: OpenAs) -> None:
    page = open_as(LEAD, "/plan/optimise")
    find_rosters(page)
    page.locator("#prove").click()
    expect(page.locator("#candidate-today")).to_be_visible(timeout=LONGEST_MS)
    expect(page.get_by_role("button", name="Stop")).to_have_count(0, timeout=LONGEST_MS)
    alone = page.locator("#candidate-spare td").nth(3)
    expect(alone).to_have_text(re.compile(r"^\d+\.\d %"))
    expect(page.locator("#candidates .says").first).to_contain_text(re.compile("promised|contradict"))
    assert violations(page) == []
