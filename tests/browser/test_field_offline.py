"""The crew's page opened where there is no signal: a new browser, or one that was killed, has what was tapped."""

import os
import signal
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.conftest import ARGUMENTS, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
STORED = """async () => JSON.stringify([Object.entries(localStorage), await Promise.all((await caches.keys()).map(async name =>
  Promise.all((await (await caches.open(name)).matchAll()).map(one => one.text()))))])"""


def phone(play: Playwright, chromium: str, profile: Path, server: Server) -> tuple[BrowserContext, Page]:
    """A browser whose storage outlives it."""
    context = play.chromium.launch_persistent_context(
        str(profile), executable_path=chromium, args=ARGUMENTS, base_url=server.url, handle_sigterm=False, **PHONE
    )
    return context, context.pages[0]


def sign_in(context: BrowserContext, page: Page, server: Server) -> None:
    page.goto("/sign-in")
    token = page.eval_on_selector("meta[name=csrf-token]", "e => e.content")
    context.request.post("/sign-in", form={"staff": "p-lowe", "csrfmiddlewaretoken": token}, headers={"Referer": server.url})


def kill(profile: Path) -> None:
    """SIGKILL the browser of this profile."""
    os.kill(int(os.readlink(profile / "SingletonLock").rpartition("-")[2]), signal.SIGKILL)


def test_01_reloaded_and_killed_without_a_signal_nothing_tapped_is_lost(
    play: Playwright, chromium_path: str, served: Server, tmp_path: Path
) -> None:
    scene = Scene(served, Person(served, "p-lowe"), "m12", "acknowledged")
    context, page = phone(play, chromium_path, tmp_path / "profile", served)
    sign_in(context, page, served)
    page.goto("/field/")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.wait_for_function("caches.keys().then(all => all.length === 1)")
    context.set_offline(True)
    page.reload()
    expect(page.locator("#steps button.main")).to_have_text("On the way")
    assert violations(page) == []
    page.locator("#help").click()
    expect(page.locator("#help-answer")).to_be_hidden()
    expect(page.locator("#help")).to_have_text("Keep pressed for help")
    page.locator("#help").focus()
    page.keyboard.down("Enter")
    expect(page.locator("#help")).to_have_text("Keep pressing…")
    expect(page.locator("#help-answer")).to_have_text("NOT SENT: use radio")
    page.keyboard.up("Enter")
    page.locator("#steps button.main").click()
    expect(page.locator("#unsent")).to_have_text("1 not sent yet")
    page.locator("#steps button", has_text="On scene").click()
    expect(page.locator("#unsent")).to_have_text("2 not sent yet")
    assert "P. Lowe" not in page.evaluate(STORED)
    page.screenshot(path=str(tmp_path / "offline.png"))
    kill(tmp_path / "profile")
    context, page = phone(play, chromium_path, tmp_path / "profile", served)
    context.set_offline(True)
    page.goto("/field/")
    expect(page.locator("#unsent")).to_have_text("2 not sent yet")
    expect(page.locator("#steps button").first).to_have_text("With the person")
    page.close()
    context.set_offline(False)
    page = context.new_page()
    sign_in(context, page, served)  # a killed browser may have lost its session, never what was tapped
    page.goto("/field/")
    expect(page.locator("#fresh .steps button.main")).to_have_text("With the person")
    context.close()
    scene.status("with_person")
    scene.finish()
