"""The accounting and requests of a person on a desk and a phone, in both languages, and without barriers."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_emergency_access import shot
from tests.browser.test_every_page import SIDEWAYS
from tests.server.attach.papers import png
from tests.server.running import Person, Server
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def person(served: Server) -> str:
    """A record that another organization opened once."""
    made = Scene(served, Person(served, "p-lowe"), "m12", upto="with_person")
    told = {"episode": made.episode, "texts": {"name": "Invented Name"}}
    found = str(made.must("RecordPerson", basis="said_so", band="adult", **told)["ids"]["person"])
    nurse = Person(served, "n-castellanos")
    nurse.ask("BreakGlass", person=found, reason="medical_emergency", texts={"glass_reason": "unresponsive, allergies unknown"})
    nurse.get(f"/emergency-access/of/{found}")
    return found


def test_01_a_copy_and_a_request_are_a_form_each(open_as: OpenAs, person: str) -> None:
    page = open_as("s-petrov", f"/rights/{person}")
    expect(page.locator("#accounting tbody")).to_contain_text("N. Castellanos")
    page.get_by_label("Identity checked by").select_option("photo_document")
    page.locator("#own-copy").get_by_label("Handed out").select_option("in_person")
    page.get_by_role("button", name="Hand out a copy").click()
    page.locator("#put-right").get_by_label("What the person wants").fill("The name is misspelled")
    put_right, said = page.locator("#put-right"), page.locator("#put-right [data-said]")
    put_right.get_by_label("Choose a photo or scan").set_input_files({"name": "x.txt", "mimeType": "text/plain", "buffer": b"x"})
    expect(said).to_contain_text("This is no photo or scan we can keep")
    put_right.get_by_label("Choose a photo or scan").set_input_files(
        {"name": "letter.png", "mimeType": "image/png", "buffer": png(300, 400)}
    )
    expect(said).to_contain_text("goes with the paper when you record it")
    shot(page, "rights-paper")
    page.get_by_role("button", name="Note the request").click()
    expect(page.get_by_text("The name is misspelled")).to_be_visible()
    expect(said).to_be_empty()
    page.get_by_role("link", name="Look at the paper (PNG").click()
    expect(page.get_by_role("img", name="Photo or scan of what the person wrote")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert violations(page) == []
    shot(page, "rights")
    page.get_by_role("link", name="Print the copy").click()
    expect(page.get_by_text("Invented Name", exact=True)).to_be_visible()
    assert violations(page) == []
    shot(page, "copy")


@pytest.mark.parametrize("width", [1366, 390, 320])
def test_02_it_fits_in_spanish_and_in_the_dark(open_as: OpenAs, person: str, width: int) -> None:
    size = {"width": width, "height": 800}
    page = open_as("s-petrov", f"/rights/{person}", locale="es-US", viewport=size, color_scheme="dark")
    for path in (f"/rights/{person}", "/rights/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert width > 640 or page.evaluate(SIDEWAYS) == [], path
        shot(page, f"rights-es-{width}-{'one' if person in path else 'list'}")
        assert violations(page) == []
