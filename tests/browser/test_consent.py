"""Somebody signs with a mouse on the crew's screen; the list tells at once when it is taken back; everybody can use both."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.consent.test_01_pages import WHOLE
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture(scope="module")
def known(served: Server) -> str:
    """Somebody M12 is with."""
    scene = Scene(served, Person(served, "p-lowe"), "m12", "with_person")
    scene.must("RecordPerson", person="w-ines", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    return "w-ines"


def choose(page: Page, *words: str) -> None:
    for word in words:
        page.get_by_label(word, exact=True).first.check()


def test_01_signed_with_a_mouse_on_a_phones_screen(open_as: OpenAs, known: str) -> None:
    page = open_as("p-lowe", f"/person/{known}/consent/ask?about=part2", **PHONE)
    assert violations(page) == []
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what, to whom and for what")
    page.get_by_label("Your name", exact=True).fill("Ines Almeda")
    choose(page, "Medications", "until the treatment ends")
    page.locator("[name=recipients]").first.check()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_role("alert")).to_contain_text("Sign above")
    box = page.locator("[data-pad]")
    box.scroll_into_view_if_needed()
    spot = box.bounding_box()
    assert spot is not None
    page.mouse.move(spot["x"] + 20, spot["y"] + 50)
    page.mouse.down()
    page.mouse.move(spot["x"] + 120, spot["y"] + 70, steps=6)
    page.mouse.up()
    page.get_by_role("button", name="I agree").click()
    page.wait_for_url("**/consent")
    expect(page.locator(".consent-card")).to_contain_text("signed on the screen")
    page.get_by_text("What was signed").click()
    expect(page.get_by_role("img", name="Signature, drawn")).to_be_visible()
    assert violations(page) == []


def test_02_by_keyboard_the_name_is_typed_as_the_signature(open_as: OpenAs, known: str) -> None:
    page = open_as("p-lowe", f"/person/{known}/consent/ask?about=family")
    page.get_by_label("Your name", exact=True).fill("Ines Almeda")
    page.get_by_label("Their name, and who they are to you").fill("Her sister Pilar")
    choose(page, "where the person is and how to help", "whom the person named", "without an end, until it is taken back")
    page.get_by_label("Or type your name as your signature").fill("Ines Almeda")
    page.keyboard.press("Enter")
    page.wait_for_url("**/consent")
    expect(page.locator(".consent-card").first).to_contain_text("signed by typing the name")


def test_03_taken_back_in_one_tap_and_every_other_open_page_says_so_by_itself(open_as: OpenAs, known: str) -> None:
    mine, other = (open_as("p-lowe", f"/person/{known}/consent") for _ in range(2))
    expect(other.locator("[data-state=given]")).to_have_count(2)
    mine.get_by_role("button", name="Take it back").first.click()
    expect(other.locator("[data-state=withdrawn]")).to_have_count(1)
    expect(mine.get_by_role("status").or_(mine.locator(".toast")).first).to_be_visible()


def test_04_handed_over_the_screen_shows_the_form_alone(open_as: OpenAs, known: str) -> None:
    page = open_as("p-lowe", f"/person/{known}/consent/ask?about=part2_care")
    page.get_by_role("button", name="Hand the screen to the person").click()
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.get_by_role("button", name="I agree")).to_be_visible()


@pytest.mark.parametrize("path", ["ask", "paper?about=part2_proceedings", ""])
def test_05_every_page_of_it_passes_axe_in_the_dark_and_fits_a_phone(open_as: OpenAs, known: str, path: str) -> None:
    page = open_as("p-lowe", f"/person/{known}/consent/{path}".rstrip("/"), color_scheme="dark", **PHONE)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_06_an_open_record_loses_the_words_by_itself_once_the_consent_is_taken_back(open_as: OpenAs, served: Server, known: str) -> None:
    clinician = Person(served, "p-lowe")
    told = WHOLE | {"purposes": ["treatment", "response", "follow_up"]}
    assert clinician.ask("WriteItems", person=known, source="part2_program", texts={"medications": "methadone, evening dose"})[0] == 200
    assert clinician.ask("RecordConsent", person=known, consent="c-open", **told)[0] == 200
    page = open_as("p-lowe", f"/person/{known}")
    expect(page.locator("p.words", has_text="methadone")).to_be_visible()
    expect(page.get_by_role("complementary", name="Notice that goes with these records")).to_be_visible()
    assert violations(page) == []
    assert clinician.ask("WithdrawConsent", person=known, consent="c-open")[0] == 200
    expect(page.get_by_text("methadone, evening dose")).to_have_count(0)
    expect(page.locator("#notices")).to_have_count(0)
