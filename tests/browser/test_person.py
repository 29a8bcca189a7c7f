"""A person's record in a browser: who it is, said once and live everywhere; drafts; nothing on the screen that is not theirs any more."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_every_page import TOO_WIDE
from tests.server.running import Person, Server
from tests.server.scenes import Scene

DAY_MS = 86_400_000
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def clinician(served: Server) -> Person:
    return Person(served, "b-ferreira")


def known(served: Server, clinician: Person, name: str) -> tuple[Scene, str]:
    """A scene whose person is known, with a flag and what helps."""
    scene = Scene(served, clinician, "c204", "with_person")
    said = {"name": name, "birth_date": "1991-05-06"}
    person = scene.must("RecordPerson", episode=scene.episode, basis="said_so", texts=said)["ids"]["person"]
    write(clinician, person, scene.episode, calming="Speak slowly; sit down first")
    write(clinician, person, scene.episode, triggers="Sirens", what_calms="Her dog")
    return scene, person


def write(clinician: Person, person: str, episode: str, **texts: str) -> None:
    review = {"review_at": clinician.board()["now"] + 90 * DAY_MS} if "calming" in texts else {}
    asked = {"person": person, "episode": episode, "source": "family", "texts": texts, **review}
    assert clinician.ask("WriteItems", **asked)[0] == 200


def test_01_said_once_who_it_is_and_the_other_pages_know_at_once(open_as: OpenAs, served: Server, clinician: Person) -> None:
    scene = Scene(served, clinician, "c204", "with_person")
    officer = open_as("k-tanaka", "/field/", **PHONE)
    page = open_as("b-ferreira", "/field/", **PHONE)
    page.get_by_role("link", name="Who is this?").click()
    page.get_by_label("Name").fill("Hollis Ferncastle")
    page.get_by_label("Date of birth").fill("1979-12-30")
    page.get_by_role("button", name="Look up").click()
    expect(page.locator("#who-fits")).to_contain_text("No record fits")
    assert "Ferncastle" not in page.url
    new = page.locator("#who-new")
    new.get_by_label("How do you know?").select_option("said_so")
    new.get_by_role("button", name="Open a new record").click()
    expect(page.get_by_role("heading", name="Hollis Ferncastle")).to_be_visible()
    expect(page.locator("#record-head")).to_contain_text("18 or older")
    person = page.url.rsplit("/", 1)[-1]
    write(clinician, person, scene.episode, calming="Speak slowly; sit down first")
    expect(officer.locator(".known")).to_contain_text("Speak slowly")
    scene.finish()


def test_02_a_draft_outlives_the_tab_and_is_gone_once_sent(open_as: OpenAs, served: Server, clinician: Person) -> None:
    scene, person = known(served, clinician, "Piet Larkspur")
    page = open_as("b-ferreira", f"/person/{person}")
    notes = page.locator("#d-write-clinical_notes")
    notes.locator("summary").click()
    notes.get_by_label("Clinical note").fill("Half a thought, to be finished")
    expect(notes.locator(".kept")).to_contain_text("Kept as a draft")
    page.reload()
    again = page.locator("#d-write-clinical_notes")
    expect(again.get_by_label("Clinical note")).to_have_value("Half a thought, to be finished")
    again.get_by_role("button", name="Write to the record").click()
    expect(page.locator("#notes")).to_contain_text("Half a thought")
    page.reload()
    expect(page.locator("#d-write-clinical_notes").get_by_label("Clinical note")).to_have_value("")
    scene.finish()


def test_03_it_was_somebody_else_and_nothing_of_it_stays_on_the_screen(open_as: OpenAs, served: Server, clinician: Person) -> None:
    scene, person = known(served, clinician, "Maud Silverthorne")
    officer = open_as("k-tanaka", f"/person/{person}", **PHONE)
    expect(officer.get_by_role("heading", name="Maud Silverthorne")).to_be_visible()
    page = open_as("b-ferreira", f"/person/{person}")
    page.locator("#d-identified summary").click()
    page.locator("#d-identified").get_by_label("Because").select_option("same_name")
    page.get_by_role("button", name="Undo: it was somebody else").click()
    expect(page.locator("#who-mistaken")).to_be_visible()
    expect(officer.get_by_text("There is no such page")).to_be_visible()
    expect(officer.get_by_text("Maud Silverthorne")).to_have_count(0)
    scene.finish()


@pytest.mark.parametrize(("light", "language"), [("light", "en-US"), ("dark", "es-US")])
def test_04_accessible_and_no_wider_than_its_window(open_as: OpenAs, served: Server, clinician: Person, light: str, language: str) -> None:
    scene, person = known(served, clinician, "Teodora Wickham")
    for staff, path in (
        ("b-ferreira", f"/person/{person}"),
        ("k-tanaka", f"/person/{person}"),
        ("b-ferreira", f"/person/who/{scene.episode}"),
    ):
        page = open_as(staff, path, color_scheme=light, locale=language)
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        assert violations(page) == []
        assert too_wide(page) == []
    scene.finish()


def too_wide(page: Page) -> list[str]:
    found: list[str] = []
    for width, height in ((1366, 768), (390, 844), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        found += page.evaluate(TOO_WIDE)
    return found
