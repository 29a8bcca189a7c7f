"""A newcomer signs in as each of eight: another screen each; a consent taken back stops the next read; all is accounted for."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, violations
from tests.browser.test_emergency_access import shot
from tests.browser.test_every_page import TOO_WIDE
from tests.server.running import Person, Server
from tests.server.scenes import Scene

PHONE = {"viewport": {"width": 390, "height": 844}}
NAME, CALMS, HAZARD, NOTE = (
    "Idris Fennimore",
    "Somebody reads the timetable aloud",
    "Faints when he stands up fast",
    "Slept on the bench, wants to go home",
)
PART2, OWN, INTERNS = "Evening dose at the program", "My own doubt about the brother", "Would like the same crew again"
EVERYTHING = (NAME, CALMS, HAZARD, NOTE, PART2, OWN, INTERNS)
SIGNED = {"consent_name": NAME, "consent_signature": NAME}
ALONE: dict[str, Any] = {
    "answer": "given", "form": "typed", "signer": "person", "what": ["all"], "holders": ["any"], "stated": ["revocation"],
    "event": "treatment_ends", "texts": SIGNED,
}  # fmt: skip


class Night:
    """Crew M12 and officer P31 are with somebody whose record holds one thing of each kind."""

    def __init__(self, served: Server) -> None:
        self.served, self.lowe = served, Person(served, "p-lowe")
        self.scene = Scene(served, self.lowe, "m12", "with_person")
        scene, officer = self.scene, Person(served, "v-ilves")
        scene.must("AssignUnit", by=scene.dispatcher, incident=scene.incident, unit="p31", also=True)
        sent = next(one["id"] for one in scene.dispatcher.board()["units"]["p31"]["assignments"] if one["incident"] == scene.incident)
        for status in ("acknowledged", "enroute", "on_scene"):
            scene.must("ReportStatus", by=officer, assignment=sent, status=status)
        self.sent, self.officer = sent, officer
        told = {"episode": scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": NAME}}
        self.person = str(scene.must("RecordPerson", **told)["ids"]["person"])
        scene.must("BeginTreatment", person=self.person)
        said = {"what_calms": CALMS, "medical_hazards": HAZARD, "clinical_note": NOTE, "psychotherapy_note": OWN}
        scene.must("WriteItems", person=self.person, source="person", texts=said)
        scene.must("WriteItems", person=self.person, source="part2_program", texts={"medications": PART2})
        intern = Person(served, "j-winter")
        scene.must("WriteItems", by=intern, person=self.person, source="own_observation", texts={"clinical_note": INTERNS})
        scope = {"about": "part2", "recipients": ["bridges-behavioral"], "purposes": ["treatment", "response"]}
        scene.must("RecordConsent", person=self.person, consent=f"night-{scene.incident}"[:24], **scope, **ALONE)
        self.path = f"/person/{self.person}"

    def finish(self) -> None:
        """Everybody is free again."""
        self.scene.must("ReportStatus", by=self.officer, assignment=self.sent, status="cleared")
        self.scene.finish()


@pytest.fixture(scope="module")
def night(served: Server) -> Night:
    return Night(served)


def shown(page: Page) -> set[str]:
    """Which of all there is stands on the page."""
    text = page.locator("main").inner_text()
    return {one for one in EVERYTHING if one in text}


ROLES: tuple[tuple[str, str, set[str] | None], ...] = (
    ("v-ilves", "/field/", {NAME, CALMS, HAZARD}),
    ("p-lowe", "/field/", set(EVERYTHING)),
    ("i-tuiasosopo", "/field/", {NAME, CALMS}),
    ("j-winter", "/field/", set()),
    ("l-moreau", "/follow-up/", {NAME, CALMS, HAZARD}),
    ("n-castellanos", "/places/", None),
    ("d-whitehorse", "/measures/", None),
    ("s-petrov", "/sharing/", set()),
)


@pytest.mark.parametrize(("who", "first", "sees"), ROLES)
def test_01_each_begins_where_their_work_is_and_reads_another_record(
    open_as: OpenAs, night: Night, who: str, first: str, sees: set[str] | None
) -> None:
    page = open_as(who, "/", **PHONE)
    expect(page.locator("main")).to_be_visible()
    assert first in page.url
    shot(page, f"first-{who}-390")
    page.goto(night.path)
    shot(page, f"record-{who}-390")
    assert shown(page) == (sees or set())
    assert (page.locator("#record-head").count() == 1) is (sees is not None)
    if sees is not None:
        assert page.evaluate(TOO_WIDE) == []
        page.set_viewport_size({"width": 1366, "height": 768})
        shot(page, f"record-{who}-1366")
    if who == "p-lowe":
        assert violations(page) == []


def test_02_what_an_intern_wrote_is_signed_by_who_supervises_them(open_as: OpenAs, night: Night) -> None:
    page = open_as("p-lowe", night.path)
    entry = page.locator("article", has_text=INTERNS)
    expect(entry).to_contain_text("unsigned")
    page.goto("/to-sign/")
    page.locator("article", has_text=INTERNS).get_by_role("button", name="I have read this and sign it").click()
    expect(page.locator("article", has_text=INTERNS)).to_have_count(0)
    page.goto(night.path)
    expect(page.locator("article", has_text=INTERNS)).not_to_contain_text("unsigned")


def test_03_a_consent_taken_back_while_the_crew_is_there_stops_the_next_read(open_as: OpenAs, night: Night) -> None:
    reading, asking = open_as("p-lowe", night.path), open_as("p-lowe", f"{night.path}/consent")
    expect(reading.locator("p.words", has_text=PART2)).to_be_visible()
    expect(reading.locator("main")).to_contain_text("42 CFR part 2 prohibits unauthorized use or disclosure")
    asking.get_by_role("button", name="Take it back").first.click()
    expect(asking.locator("[data-state=withdrawn]")).to_have_count(1)
    expect(reading.locator("p.words", has_text=PART2)).to_have_count(0)
    reading.reload()
    expect(reading.locator("p.words", has_text=CALMS)).to_be_visible()
    expect(reading.locator("p.words", has_text=PART2)).to_have_count(0)


def test_04_an_emergency_access_is_opened_told_and_reviewed(open_as: OpenAs, night: Night) -> None:
    nurse = open_as("n-castellanos", f"/emergency-access/of/{night.person}")
    nurse.get_by_label("Reason").first.select_option("medical_emergency")
    nurse.get_by_label("Why, in your words").first.fill("Unresponsive at the door, allergies unknown here")
    nurse.get_by_role("button", name="Open for one hour").first.click()
    expect(nurse.get_by_text(HAZARD)).to_be_visible()
    assert not {OWN, PART2} & shown(nurse)
    office = open_as("s-petrov", "/emergency-access/")
    line = office.locator("article", has_text="Unresponsive at the door, allergies unknown here")
    line.get_by_role("button", name="End it at once").click()
    line.get_by_label("Finding").select_option("appropriate")
    line.get_by_role("button", name="Record the review").click()
    expect(office.locator("#glass-settled article", has_text="Unresponsive at the door")).to_contain_text("Appropriate")
    expect(nurse.get_by_text(HAZARD)).to_have_count(0)


def test_05_the_accounting_shows_all_of_it(open_as: OpenAs, night: Night) -> None:
    page = open_as("s-petrov", f"/rights/{night.person}?all=1")
    table = page.locator("#accounting tbody")
    readers = (("V. Ilves, Officer", "164.512(j)"), ("P. Lowe, Clinician", "consent"), ("I. Tuiasosopo", "call data"))
    for who, how in (*readers, ("N. Castellanos, Nurse", "emergency access")):
        expect(table.locator("tr", has_text=who).filter(has_text=how).first).to_be_visible()
    for line in ("Consent asked for", "taken back", "Emergency access reviewed"):
        expect(table.locator("tr", has_text=line).first).to_be_visible()
    shot(page, "accounting")
    page.set_viewport_size(PHONE["viewport"])
    assert page.evaluate(TOO_WIDE) == []
    shot(page, "accounting-390")
    night.finish()
