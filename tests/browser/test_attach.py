"""A paper consent with its photo: chosen on a phone, looked at, exchanged, recorded, and looked at again by who may."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.server.attach.papers import pdf, png
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
CHOICE = "Choose a photo or scan"


@pytest.fixture(scope="module")
def known(served: Server) -> str:
    """Somebody M12 is with."""
    scene = Scene(served, Person(served, "p-lowe"), "m12", "with_person")
    scene.must("RecordPerson", person="w-paper", episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})
    return "w-paper"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo, a scan, what is neither, and what is too large."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "paper.png").write_bytes(png(300, 400))
    (folder / "scan.pdf").write_bytes(pdf())
    (folder / "cut.png").write_bytes(png(300, 400)[:200])
    (folder / "acts.pdf").write_bytes(pdf(b"/OpenAction << /S /JavaScript /JS (x) >>"))
    (folder / "notes.txt").write_bytes(b"notes")
    (folder / "large.png").write_bytes(png() + bytes(10_000_000))
    return folder


def open_form(open_as: OpenAs, known: str) -> Page:
    page = open_as("p-lowe", f"/person/{known}/consent/ask?about=part2", **PHONE)
    page.get_by_text("It was signed on paper").click()
    return page


def test_01_what_is_no_paper_is_said_at_once_and_nothing_is_sent(open_as: OpenAs, known: str, papers: Path) -> None:
    page = open_form(open_as, known)
    said = page.locator("[data-said]")
    for name, sentence in (
        ("notes.txt", "This is no photo or scan we can keep"),
        ("cut.png", "This file is not whole"),
        ("large.png", "larger than 10 MB"),
        ("acts.pdf", "can do more than show pages"),
    ):
        page.get_by_label(CHOICE).set_input_files(papers / name)
        expect(said).to_contain_text(sentence)
    assert violations(page) == []
    page.get_by_label(CHOICE).set_input_files(papers / "scan.pdf")
    expect(said).to_contain_text("PDF, 1 kB: goes with the paper when you record it.")
    page.get_by_role("button", name="Leave it out").click()
    expect(said).to_be_empty()


def test_02_chosen_looked_at_exchanged_and_recorded_it_opens_in_a_window_of_the_page(open_as: OpenAs, known: str, papers: Path) -> None:
    page = open_form(open_as, known)
    page.get_by_label("Your name", exact=True).fill("Ines Almeda")
    for word in ("Medications", "until the treatment ends", "It is signed", "The date stands beside the signature"):
        page.get_by_label(word, exact=True).check()
    page.locator("[name=recipients]").first.check()
    page.locator("details [name=stated]").check()
    page.get_by_label(CHOICE).set_input_files(papers / "scan.pdf")
    expect(page.locator("[data-said]")).to_contain_text("PDF, 1 kB")
    page.get_by_label(CHOICE).set_input_files(papers / "paper.png")
    expect(page.get_by_role("img", name="What you chose")).to_be_visible()
    expect(page.locator("[data-said]")).to_contain_text("PNG")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Record the paper").click()
    page.wait_for_url("**/consent")
    expect(page.locator(".consent-card")).to_have_count(1)
    page.get_by_text("What was signed").click()
    link = page.get_by_role("link", name="Look at the paper (PNG")
    link.click()
    shown = page.get_by_role("img", name="Photo or scan of the signed paper")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => one.decode().then(() => [one.naturalWidth, one.naturalHeight])") == [300, 400]
    page.get_by_role("button", name="Larger").click()
    assert (shown.bounding_box() or {})["width"] >= 300
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(link).to_be_focused()


def test_03_by_mouse_on_a_desk_there_is_one_way_to_choose_it(open_as: OpenAs, known: str) -> None:
    page = open_as("p-lowe", f"/person/{known}/consent/ask?about=part2", color_scheme="dark")
    page.get_by_text("It was signed on paper").click()
    expect(page.get_by_label(CHOICE)).to_be_visible()
    expect(page.get_by_label("Photograph the paper")).to_be_hidden()
    assert violations(page) == []
