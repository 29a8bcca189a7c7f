"""One phone, two people: nobody taps in another's name, and signing out on any page leaves nothing of the day."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs
from tests.browser.test_field import PHONE
from tests.server.running import Person, Server
from tests.server.scenes import Scene

KEPT = """() => Promise.all([['alongside-known', 'known'], ['alongside-outbox', 'requests']].map(([name, store]) => new Promise(tell => {
  const asked = indexedDB.open(name); asked.onsuccess = () => {
    if (!asked.result.objectStoreNames.contains(store)) { asked.result.close(); return tell(0); }
    const count = asked.result.transaction(store).objectStore(store).count();
    count.onsuccess = () => { asked.result.close(); tell(count.result); }; }; })))"""


def sign_in(page: Page, server: Server, staff: str) -> None:
    """In another tab of the same browser."""
    token = page.eval_on_selector("meta[name=csrf-token]", "e => e.content")
    page.context.request.post("/sign-in", form={"staff": staff, "csrfmiddlewaretoken": token}, headers={"Referer": server.url})


def test_01_a_tap_on_a_page_of_somebody_who_is_signed_in_no_more_waits_for_its_owner(open_as: OpenAs, served: Server) -> None:
    scene = Scene(served, Person(served, "p-lowe"), "m12", "acknowledged")
    page = open_as("p-lowe", "/field/", **PHONE)
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    sign_in(page, served, "i-tuiasosopo")
    page.locator(".steps button.main", has_text="On the way").click()
    expect(page.locator("#other-person")).to_contain_text("Somebody else is signed in on this browser now")
    expect(page.locator("#other-person")).to_be_in_viewport()
    expect(page.locator("#offline")).to_be_hidden()
    expect(page.locator("#unsent")).to_have_text("1 not sent yet")
    assert scene.dispatcher.board()["units"]["m12"]["assignments"][0]["status"] == "acknowledged"
    page.locator("#other-person a").click()
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    expect(page.locator("#unsent")).to_be_hidden()
    sign_in(page, served, "p-lowe")
    page.goto("/field/")
    expect(page.locator(".steps button.main")).to_have_text("On scene")
    expect(page.locator("#unsent")).to_be_hidden()
    for status in ("on_scene", "with_person"):
        scene.status(status)
    scene.finish()


def test_02_signing_out_on_another_page_leaves_nothing_of_the_day_on_the_phone(open_as: OpenAs, served: Server) -> None:
    scene = Scene(served, Person(served, "p-lowe"), "m12", "acknowledged")
    page = open_as("p-lowe", "/field/", **PHONE)
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    page.wait_for_function("caches.keys().then(all => all.length === 1)")
    assert page.evaluate(KEPT) == [1, 0]
    page.goto("/account/")
    page.locator("details.account summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in*")
    assert page.evaluate(KEPT) == [0, 0]
    assert page.evaluate("caches.keys()") == []
    for status in ("enroute", "on_scene", "with_person"):
        scene.status(status)
    scene.finish()
