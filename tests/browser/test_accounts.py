"""Passkeys in a real browser with a virtual authenticator; the pages of accounts for everybody's eyes and hands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.people.doing import WORDS, add
from tests.server.running import Server, running

PAGES = (
    "/account/",
    "/account/app",
    "/account/passkeys/add",
    "/staff/",
    "/staff/new",
    "/staff/person/r-okafor",
    "/staff/locked",
    "/staff/workstations",
)


SMALL = """() => [...document.querySelectorAll("main button, main a.button, main input:not([type=hidden], [type=checkbox]), main select")]
  .filter((one) => one.getBoundingClientRect().height && one.getBoundingClientRect().height < 44)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A live ledger: a notice to accept, no cards."""
    with running(tmp_path_factory.mktemp("accounts"), "--live") as found:
        yield found


def open_door(browser: Browser, server: Server) -> Page:
    """The sign-in page, in a browser with a telephone's passkeys. Browsers give passkeys to names, not to numbers: localhost."""
    page = browser.new_context(base_url=server.url.replace("127.0.0.1", "localhost"), locale="en-US").new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**device, "automaticPresenceSimulation": True}})
    page.goto("/sign-in")
    return page


def sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("I have read this and agree").check()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_01_a_passkey_is_made_signs_in_alone_and_a_lock_does_not_stop_it(browser: Browser, live: Server) -> None:
    add(live, "k-key", "dispatcher")
    page = open_door(browser, live)
    assert violations(page) == []
    sign_in(page, "k-key", WORDS)
    page.wait_for_url("**/dispatch/")
    page.goto("/account/passkeys/add")
    page.get_by_label("What you call it").fill("My telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/account/codes")
    page.goto("/account/")
    expect(page.get_by_text("My telephone")).to_be_visible()
    page.locator("details.account summary").click()
    page.get_by_role("button", name="Sign out").click()
    for _ in range(5):
        sign_in(page, "k-key", "wrong")
        expect(page.get_by_role("alert").first).to_be_visible()
    page.get_by_label("I have read this and agree").check()
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/dispatch/")
    page.goto("/account/")
    page.get_by_role("link", name="Remove My telephone").click()
    page.wait_for_url("**/remove")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("You have none yet.")).to_be_visible()
    page.context.close()


def test_02_the_notice_is_accepted_before_anything_else(browser: Browser, live: Server) -> None:
    page = open_door(browser, live)
    page.get_by_role("button", name="Use a passkey").click()
    assert page.url.endswith("/sign-in")
    assert page.eval_on_selector("input[name=agreed]", "box => !box.validity.valid")
    page.context.close()


@pytest.mark.parametrize("language", ["en-US", "es-US"])
def test_03_every_page_of_accounts_fits_and_can_be_used_by_everybody(open_as: OpenAs, language: str) -> None:
    page = open_as("e-adeyemi", PAGES[0], locale=language, color_scheme="dark" if language == "es-US" else "light")
    for path in PAGES:
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", language[:2])
        assert violations(page) == [], path
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} at {width} px"
        small = page.evaluate(SMALL)
        assert small == [], path


def test_04_a_page_nobody_touches_is_left_and_the_way_back_leads_to_it(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "sign-in.yaml").write_text("idle_minutes: 0.1\nshow_banner: false\n")
    with running(tmp_path, "--quiet") as server:
        add(server, "i-idle", "supervisor")
        page = browser.new_context(base_url=server.url, locale="en-US").new_page()
        page.goto("/sign-in?next=/measures/")
        page.locator(".own-way summary").click()
        page.get_by_label("Name").fill("i-idle")
        page.get_by_label("Password").fill(WORDS)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/measures/")
        page.wait_for_url("**/sign-in?next=%2Fmeasures%2F", timeout=30_000)
        assert page.request.get("/board.json").status == 401
        page.context.close()


def test_05_before_the_twelve_hours_end_the_page_says_so_and_stays_as_it_is(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "sign-in.yaml").write_text("again_after_hours: 0.2\nshow_banner: false\n")
    with running(tmp_path, "--quiet") as server:
        add(server, "e-end", "administrator")
        page = browser.new_context(base_url=server.url, locale="en-US", viewport={"width": 390, "height": 844}).new_page()
        page.goto("/sign-in?next=/staff/new")
        page.locator(".own-way summary").click()
        page.get_by_label("Name").fill("e-end")
        page.get_by_label("Password").fill(WORDS)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/staff/new")
        page.get_by_label("Name others read").fill("half written")
        bar = page.get_by_role("status").filter(has_text="Your session ends at")
        expect(bar).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        with page.expect_popup() as opened:
            bar.get_by_role("link", name="Confirm who you are").click()
        opened.value.get_by_label("Password").fill(WORDS)
        opened.value.get_by_role("button", name="Confirm").click()
        opened.value.wait_for_url("**/account/")
        opened.value.close()
        page.bring_to_front()
        with page.expect_response("**/here") as told:
            page.evaluate("() => window.dispatchEvent(new Event('focus'))")
        assert (told.value.status, int(told.value.headers["x-again-at"]) > 0) == (204, True)
        bar.get_by_role("button", name="Later").click()
        expect(bar).to_be_hidden()
        assert page.get_by_label("Name others read").input_value() == "half written"
        page.context.close()
