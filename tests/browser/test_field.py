"""The crew's phone: one thumb, no typing, help that says who has it, and nothing lost where there is no signal."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SMALLEST = 44
SMALL = """() => [...document.querySelectorAll('main button, main summary, main .button, main .chips label')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < %d).map(e => e.textContent.trim())"""

KEPT = """() => new Promise(tell => { const asked = indexedDB.open('alongside-outbox'); asked.onsuccess = () => {
  const all = asked.result.transaction('requests').objectStore('requests').getAll();
  all.onsuccess = () => { asked.result.close(); tell(JSON.stringify(all.result)); }; }; })"""


@pytest.fixture
def crew(served: Server) -> Person:
    return Person(served, "p-lowe")


def phone(open_as: OpenAs, **options: object) -> Page:
    page = open_as("p-lowe", "/field/", **{**PHONE, **options})
    expect(page.locator("#help")).to_be_visible()
    return page


def press(page: Page, ms: int) -> None:
    """Press the help button and keep it pressed."""
    page.locator("#help").hover()
    page.mouse.down()
    page.wait_for_timeout(ms)
    page.mouse.up()


def test_01_a_call_is_worked_from_sent_to_clear_without_typing(open_as: OpenAs, served: Server, crew: Person) -> None:
    page = phone(open_as)
    expect(page.locator(".free-word")).to_have_text("Free")
    Scene(served, crew, "m12")
    for step in ("Acknowledge", "On the way", "On scene", "With the person"):
        page.locator(".steps button.main", has_text=step).click()
    page.get_by_label("Resolved here", exact=True).check()
    page.get_by_label("Police present", exact=True).check()
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator(".outcome")).to_contain_text("Resolved here · Police present")
    page.locator(".steps button.main", has_text="Clear").click()
    expect(page.locator(".free-word")).to_have_text("Free")


def test_02_everything_pressed_is_large_enough_and_accessible_in_both_lights(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "with_person")
    for light in ("light", "dark"):
        page = phone(open_as, color_scheme=light)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate(SMALL % SMALLEST) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
    scene.finish()


def test_03_help_needs_a_second_and_says_who_received_it(open_as: OpenAs, served: Server) -> None:
    page = phone(open_as)
    press(page, 300)
    page.wait_for_timeout(900)
    expect(page.locator("#help-answer")).to_be_hidden()
    press(page, 1200)
    expect(page.locator("#help-answer")).to_have_text("SENT. Waiting for an answer…")
    assert Person(served, "r-okafor").ask("ReceiveHelp", unit="m12")[0] == 200
    expect(page.locator("#help-answer")).to_have_text("Received by R. Okafor")


def test_04_help_without_a_connection_says_use_radio(open_as: OpenAs, served: Server) -> None:
    page = phone(open_as)
    page.context.set_offline(True)
    page.locator("#help").focus()
    page.keyboard.down("Enter")
    page.wait_for_timeout(1200)
    page.keyboard.up("Enter")
    expect(page.locator("#help-answer")).to_have_text("NOT SENT: use radio")
    page.context.set_offline(False)
    expect(page.locator("#help-answer")).to_contain_text("SENT. Waiting")  # it was tried again with the same id
    Person(served, "r-okafor").ask("ReceiveHelp", unit="m12")


def test_05_what_is_tapped_without_signal_is_kept_and_lands_once(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "acknowledged")
    page = phone(open_as)
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    page.context.set_offline(True)
    page.locator(".steps button.main").click()
    expect(page.locator("#unsent")).to_have_text("1 not sent yet")
    expect(page.locator("#offline")).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(str(asked.post_data)) if "/ask/ReportStatus" in asked.url else None)
    page.context.set_offline(False)
    expect(page.locator(".steps button.main")).to_have_text("On scene")
    expect(page.locator("#unsent")).to_be_hidden()
    assert len({re.findall(r'"id":"(\w+)"', one)[0] for one in sent}) == 1
    assert '"happened_at"' in sent[0]
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()


def test_06_what_no_longer_fits_is_kept_for_the_desk_and_said(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "acknowledged")
    page = phone(open_as)
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    page.context.set_offline(True)
    page.locator(".steps button.main").click()
    expect(page.locator("#unsent")).to_be_visible()
    scene.must("CancelAssignment", by=scene.dispatcher, assignment=scene.assignment, reason="not_needed")
    page.context.set_offline(False)
    expect(page.locator("#tray")).to_contain_text("Not accepted:")
    assert any(one["kind"] == "late_request" for one in scene.dispatcher.board()["alarms"])


def test_07_words_stay_on_the_screen_until_they_are_sent(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "with_person")
    page = phone(open_as)
    page.locator("#d-note summary").click()
    page.locator("[name=note]").fill("Quiet now, sits on the step")
    page.context.set_offline(True)
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".toast.refused")).to_contain_text("Your words are still here")
    assert page.locator("[name=note]").input_value() == "Quiet now, sits on the step"
    kept = page.evaluate(KEPT)
    assert "Quiet now" not in kept
    page.context.set_offline(False)
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".note")).to_contain_text("Quiet now, sits on the step")
    scene.finish()


def test_08_spanish(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "enroute")
    page = phone(open_as, locale="es-MX")
    expect(page.locator(".steps button.main")).to_have_text("En el lugar")
    expect(page.locator("#help")).to_contain_text("Mantenga pulsado para pedir ayuda")
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()


def test_09_a_hazard_a_crew_reports_is_undone_or_withdrawn_on_the_spot(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "on_scene", spot=[40.7402, -111.8702])
    told = {"spot": [40.7402, -111.8702], "review_at": scene.dispatcher.board()["now"] + 86_400_000}
    scene.must("RecordHazard", by=scene.dispatcher, code="stairs", source="caller", **told)
    page = phone(open_as)
    page.locator("#d-hazard summary").click()
    page.locator("#d-hazard").get_by_label("Dog", exact=True).check()
    page.locator("#d-hazard").get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#need")).not_to_contain_text("Dog")
    scene.must("RecordHazard", code="gate", source="crew", **told)
    row = page.locator("#need li", has_text="Gate or door code needed")
    expect(row).to_contain_text("says a crew")
    assert page.evaluate(SMALL % SMALLEST) == []
    expect(page.locator("#need li", has_text="many stairs").get_by_role("button")).to_have_count(0)
    row.get_by_role("button").click()
    expect(row).to_have_count(0)
    scene.status("with_person")
    scene.finish()


def test_10_a_tap_after_the_session_ended_waits_and_the_page_says_to_sign_in_again(open_as: OpenAs, served: Server, crew: Person) -> None:
    scene = Scene(served, crew, "m12", "acknowledged")
    page = phone(open_as)
    expect(page.locator(".steps button.main")).to_have_text("On the way")
    page.route("**/ask/**", lambda asked: asked.fulfill(status=401, json={"granted": False, "code": "sign_in", "sentence": ""}))
    page.locator(".steps button.main").click()
    expect(page.locator("#signed-out")).to_have_text("Sign in again. Kept on this phone and not sent yet: 1")
    expect(page.locator("#unsent")).to_have_text("1 not sent yet")
    page.unroute("**/ask/**")
    expect(page.locator(".steps button.main")).to_have_text("On scene")
    expect(page.locator("#signed-out")).to_have_count(0)
    scene.status("on_scene")
    scene.status("with_person")
    scene.finish()
