"""A court asks for a threat file, and a crew knows two records of one person: the pages of both, by keyboard, on a phone, in Spanish."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, violations
from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAMES = ("Clementine Farrow", "Dee Outhwaite")
LONG = 30_000


class Two:
    """Met by M12 twice, under two names; about the second there is a threat file."""

    def __init__(self, server: Server) -> None:
        lead = Person(server, "p-lowe")
        first = Scene(server, lead, "m12", "with_person")
        first.must("RecordPerson", episode=first.episode, basis="said_so", band="adult", texts={"name": NAMES[0]})
        self.number = first.number()
        first.finish()
        self.again = Scene(server, lead, "m12", "with_person")
        told = {"episode": self.again.episode, "basis": "said_so", "band": "adult", "texts": {"name": NAMES[1]}}
        self.person = str(self.again.must("RecordPerson", **told)["ids"]["person"])
        texts = {"threat_person": NAMES[1], "threat_concern": "Said that it ends on Friday"}
        asked = self.again.must("OpenThreat", person=self.person, because="threat_made", no_health=True, texts=texts)
        self.file = str(asked["ids"]["threat"])


@pytest.fixture(scope="module")
def two(served: Server) -> Iterator[Two]:
    found = Two(served)
    yield found
    found.again.finish()


def test_01_the_reference_on_the_file_leads_the_custodian_to_it(open_as: OpenAs, two: Two) -> None:
    page = open_as("p-lowe", f"/threats/{two.file}")
    head = page.locator("#file-head")
    expect(head).to_contain_text("Reference T-")
    assert violations(page) == []
    reference = re.search(r"T-[0-9A-F]{8}", head.inner_text())
    assert reference
    page = open_as("s-petrov", "/records/")
    page.get_by_label("Incident number, or reference of a threat file").fill(reference[0])
    page.keyboard.press("Enter")
    new = page.locator("#records-new")
    expect(new).to_contain_text(f"Threat file {reference[0]}, opened", timeout=LONG)
    new.get_by_label("Kind of request").select_option("court_order")
    new.get_by_label("Who asks (encrypted)").fill("Elm County Court, invented")
    new.get_by_role("button", name="Write it down").press("Enter")
    page.locator("#records-open article", has_text=reference[0]).get_by_role("link").first.click(timeout=LONG)
    expect(page.locator("#release-pieces")).to_contain_text(NAMES[1], timeout=LONG)
    assert violations(page) == []


def test_02_on_a_phone_in_spanish_a_crew_says_that_two_records_are_one_person(open_as: OpenAs, two: Two) -> None:
    page = open_as("p-lowe", f"/person/{two.person}", locale="es-US", viewport={"width": 390, "height": 844}, color_scheme="dark")
    page.get_by_text("La persona tiene otro registro aquí").click()
    page.get_by_label("Número de una llamada").fill(str(two.number))
    page.keyboard.press("Enter")
    naming = page.locator("#naming")
    expect(naming).to_contain_text(f"Mire primero el registro de {two.number}-1", timeout=LONG)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    naming.get_by_label("¿Cómo sabe que es esa persona?").select_option("met_before")
    naming.get_by_role("button", name="Ambos son una persona").press("Enter")
    expect(naming).to_contain_text("ya se dijo", timeout=LONG)
