"""A newcomer follows one person from the van to a bed, to a referral a partner confirmed as seen, to a closed case, and sees on one page
who was responsible at every minute. The person is the one every demo begins with."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenAs, opening, violations
from tests.browser.test_emergency_access import shot
from tests.browser.test_every_page import TOO_WIDE
from tests.server.running import ROOT, Person, Server, running

PHONE = {"viewport": {"width": 390, "height": 844}}
PLACES = ["Wasatch Receiving Center", "Granite Receiving Center"]
PARTIES = ["Call-taker 1", "M12", "V2", *PLACES, "Follow-up desk", "L. Moreau", "nobody any more"]
WAY = "/way/way-person"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo as a newcomer finds it, but for the city's hours."""
    data = tmp_path_factory.mktemp("way")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, "-m", "tests.server.way.lived", str(data)]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr[-3000:]
    assert told.stdout.splitlines()[-1:] == ["57 of 57"], told.stderr[-3000:]
    with running(data, "--quiet") as found:
        yield found


@pytest.fixture
def open_there(browser: Browser, lived: Server) -> Iterator[OpenAs]:
    with opening(browser, lived) as open_page:
        yield open_page


def parties(page: Page) -> list[str]:
    return page.locator("#chain tbody tr td:nth-child(5)").all_inner_texts()


def test_01_two_clicks_lead_a_newcomer_to_the_whole_way(open_there: OpenAs) -> None:
    page = open_there("m-lindqvist", "/follow-up/")
    page.locator(".more summary").click()
    page.get_by_role("link", name="Who has whom").click()
    page.get_by_role("link", name="The whole way: team, place, service, closed case").click()
    expect(page.locator(".ways li")).to_have_count(1)
    expect(page.locator(".ways li")).to_contain_text("seen by a service")
    page.locator(".ways a.open").click()
    expect(page.locator("#proof")).to_contain_text("No minute without somebody responsible.")
    for said, expected in zip(parties(page), PARTIES, strict=True):
        assert expected in said
    assert violations(page) == []
    shot(page, "way-1366")


def test_02_every_link_begins_where_the_one_before_ended_alarms_stand_where_they_were_raised(open_there: OpenAs) -> None:
    page = open_there("m-lindqvist", WAY)
    rows = page.locator("#chain tbody tr")
    times = [rows.nth(at).locator("td time").evaluate_all("all => all.map((one) => one.dateTime)") for at in range(rows.count())]
    assert [one[1] for one in times[:-1]] == [one[0] for one in times[1:]]
    expect(rows.nth(0)).to_contain_text("M12 has not acknowledged")
    expect(rows.nth(0)).to_contain_text(re.compile(r"has been silent since \d\d:\d\d"))
    expect(rows.nth(4)).to_contain_text("Sent on to a service: Follow-up desk")
    expect(page.locator("#beside")).to_contain_text("Seen there: the referral is closed")
    expect(page.locator("#beside")).to_contain_text("The case was closed")
    page.locator("#d-story summary").click()
    expect(page.locator("#way-story")).to_contain_text("agreed to receive the person")


def test_03_who_was_responsible_at_a_minute_is_answered_in_a_sentence(open_there: OpenAs) -> None:
    page = open_there("m-lindqvist", WAY)
    begun = page.locator("#chain tbody tr").nth(3).locator("td time").first.get_attribute("datetime")
    assert begun
    asked = {begun[:19]: PLACES[0], "2020-01-01T10:00:00": "before the first ring", "2199-01-01T10:00:00": "not come yet"}
    for moment, says in asked.items():
        page.locator("#minute input").fill(moment)
        page.locator("#minute button").click()
        expect(page.locator("#minute .notice")).to_contain_text(says)
    expect(page.locator("#minute .notice a")).to_have_count(0)


def test_04_the_case_leads_there_and_it_fits_a_phone_in_spanish_and_in_the_dark(open_there: OpenAs) -> None:
    page = open_there("l-moreau", "/cases/way-case", **PHONE, locale="es-MX", color_scheme="dark")
    page.get_by_role("link", name="Cada minuto").click()
    expect(page.locator("h1")).to_contain_text("quién fue responsable en cada minuto")
    expect(page.locator("#proof")).to_contain_text("Ni un minuto sin alguien responsable.")
    assert page.evaluate(TOO_WIDE) == []
    assert violations(page) == []
    shot(page, "way-390-es")


def test_05_for_everybody_else_there_is_no_such_page_and_of_cases_and_referrals_only_whom_they_concern_is_told(lived: Server) -> None:
    got = {who: Person(lived, who).get(WAY) for who in ("n-castellanos", "a-haddad", "s-petrov", "v-ilves", "j-diaz", "p-lowe")}
    assert {who: one.status_code for who, one in got.items()} == {
        "n-castellanos": 404, "a-haddad": 200, "s-petrov": 200, "v-ilves": 403, "j-diaz": 403, "p-lowe": 200,
    }  # fmt: skip
    assert Person(lived, "n-castellanos").get("/way/no-such").status_code == 404
    told = {who: [word in got[who].text for word in ("/referrals/", "/cases/way-case", "L. Moreau")] for who in ("s-petrov", "p-lowe")}
    assert told["s-petrov"][:2] == [False, False]
    assert not told["p-lowe"][1]
