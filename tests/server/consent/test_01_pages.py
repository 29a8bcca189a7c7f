"""Consent on pages: asked, signed, listed in plain words, taken back in one tap, and hidden from whom it does not concern."""

import re
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

STROKES = "M10 20 L30 40 M50 60 L70 80"
WHOLE: dict[str, Any] = {
    "about": "part2", "what": ["medications", "diagnosis"], "holders": ["any"], "recipients": ["bridges-behavioral"],
    "purposes": ["treatment", "response"], "event": "treatment_ends", "stated": ["revocation"],
    "texts": {"consent_name": "Ines Almeda", "consent_signature": STROKES},
}  # fmt: skip


@pytest.fixture(scope="module")
def clinician(server: Server) -> Person:
    """P. Lowe, clinician aboard M12."""
    return Person(server, "p-lowe")


@pytest.fixture(scope="module")
def known(server: Server, clinician: Person) -> str:
    """Somebody M12 is with, whose record holds something from a Part 2 program; the record's id."""
    scene = Scene(server, clinician, "m12", "with_person")
    told = {"episode": scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": "Ines Almeda"}}
    scene.must("RecordPerson", person="w-ines", **told)
    scene.must("WriteItems", person="w-ines", source="part2_program", texts={"medications": "buprenorphine"})
    return "w-ines"


def text_of(person: Person, path: str) -> str:
    found = person.get(path)
    assert found.status_code == 200, found.status_code
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.text)))


def test_01_nothing_asked_yet_says_so_and_offers_to_ask(clinician: Person, known: str) -> None:
    text = text_of(clinician, f"/person/{known}/consent")
    assert "has not been asked for any consent" in text
    assert "Ask for consent" in text


def test_02_each_kind_is_asked_alone_and_its_form_and_paper_hold_every_element(clinician: Person, known: str) -> None:
    assert "Each is asked alone" in text_of(clinician, f"/person/{known}/consent/ask")
    for path in (f"/person/{known}/consent/ask?about=part2_care", f"/person/{known}/consent/paper?about=part2_care"):
        text = text_of(clinician, path)
        steps = ("Whose records?", "Who may show them?", "What exactly?", "To whom?", "For what?", "Until when?")
        told = ("I can take this back at any time", "They may not use it against me", "every organization that treats the person")
        assert [one for one in (*steps, *told) if one not in text] == []
    assert "Ines" not in clinician.get(f"/person/{known}/consent/paper?about=part2").text
    assert clinician.get(f"/person/{known}/consent/paper?about=everything").status_code == 404
    family = text_of(clinician, f"/person/{known}/consent/ask?about=family")
    assert [one for one in ("Crisis plan", "What calms", "Where the person is now") if one not in family] == []
    assert [one for one in ("Date of birth", "Earlier contacts", "Means and weapons", "Medications") if one in family] == []
    part2 = text_of(clinician, f"/person/{known}/consent/ask?about=part2")
    assert [one for one in ("What the review found", "Nature of the emergency", "To whom it was told") if one in part2] == []
    assert "Lakeside Police" not in text_of(clinician, f"/person/{known}/consent/ask?about=part2")


def test_03_given_it_says_in_one_sentence_what_it_lets_whom_see(clinician: Person, known: str) -> None:
    status, answer = clinician.ask("RecordConsent", person=known, consent="c-1", **WHOLE)
    assert (status, answer["facts"][0]["kind"]) == (200, "ConsentRecorded")
    text = text_of(clinician, f"/person/{known}/consent")
    assert "Bridges Behavioral Health (invented) may be shown Medications, Diagnosis (Records of substance use treatment)" in text
    assert "until the treatment ends" in text
    assert f'd="{STROKES}"' in clinician.get(f"/person/{known}/consent").text


def test_03_its_last_day_is_read_as_people_say_it_and_a_file_keeps_it_as_it_was(clinician: Person, known: str) -> None:
    until = 1_900_000_000_000  # 17 March 2030
    told = WHOLE | {"event": "", "expires_at": until}
    assert clinician.ask("RecordConsent", person=known, consent="c-day", **told)[0] == 200
    assert "until 17 Mar 2030." in text_of(clinician, f"/person/{known}/consent")
    assert "hasta el 17 mar 2030." in text_of(Person(clinician.server, "p-lowe", "es"), f"/person/{known}/consent")
    assert clinician.ask("WithdrawConsent", person=known, consent="c-day")[0] == 200


def test_04_what_is_missing_is_named_and_opens_nothing(clinician: Person, known: str) -> None:
    paper = WHOLE | {"form": "paper", "signed": True, "texts": {"consent_name": "Ines Almeda"}}
    status, _ = clinician.ask("RecordConsent", person=known, consent="c-2", **paper)
    assert status == 200
    text = text_of(clinician, f"/person/{known}/consent")
    assert "lacks something" in text
    assert "Missing : the date, where the paper lies" in text.replace("Missing:", "Missing :")


def test_05_declined_is_kept_and_nobody_is_asked_to_sign_it(clinician: Person, known: str) -> None:
    scope = {"what": ["all"], "purposes": ["own_record"], "holders": ["any"], "recipients": ["family"]}
    told = {"about": "family", "answer": "declined", "form": "said", **scope}
    assert clinician.ask("RecordConsent", person=known, consent="c-3", **told)[0] == 200
    assert 'data-state="declined"' in clinician.get(f"/person/{known}/consent").text


def test_06_one_tap_takes_it_back(clinician: Person, known: str) -> None:
    assert clinician.ask("WithdrawConsent", person=known, consent="c-1")[0] == 200
    assert 'id="consent-c-1" data-state="withdrawn"' in clinician.get(f"/person/{known}/consent").text
    status, answer = clinician.ask("WithdrawConsent", person=known, consent="c-1")
    assert (status, answer["code"]) == (409, "consent_over")
    assert "no longer counts (taken back)" in answer["sentence"]


def test_07_an_open_page_asks_whether_anything_changed_where_it_concerns(server: Server, clinician: Person, known: str) -> None:
    before = clinician.get(f"/person/{known}/consent/turn").json()
    assert before == clinician.get(f"/person/{known}/consent/turn").json()
    assert clinician.ask("ReportConsentWrong", person=known, consent="c-2", reason="nobody_signed")[0] == 200
    assert clinician.get(f"/person/{known}/consent/turn").json() != before
    assert Person(server, "c-novak").get(f"/person/{known}/consent/turn").status_code == 404
    assert Person(server, "v-ilves").get(f"/person/{known}/consent/turn").status_code == 403


def test_08_whom_it_does_not_concern_finds_nothing_and_officers_are_not_let_in(server: Server, known: str) -> None:
    for staff, status in (("c-novak", 404), ("v-ilves", 403), ("d-whitehorse", 403), ("r-okafor", 403), ("s-petrov", 200)):
        assert Person(server, staff).get(f"/person/{known}/consent").status_code == status, staff
    assert Person(server, "p-lowe").get("/person/nobody/consent").status_code == 404
    text = text_of(Person(server, "s-petrov"), f"/person/{known}/consent")
    assert "Ines" not in text
    assert "Withheld: " in text


def test_09_the_crews_page_leads_there_and_the_feed_tells_nobody_that_somebody_consented(
    server: Server, clinician: Person, known: str
) -> None:
    assert f'href="/person/{known}/consent"' in clinician.get("/field/").text
    position = clinician.board()["position"]
    told = WHOLE | {"texts": {"consent_name": "Ines Almeda", "consent_signature": "M1 1 L2 2"}}
    assert clinician.ask("RecordConsent", person=known, consent="c-9", **told)[0] == 200
    assert clinician.ask("WithdrawConsent", person=known, consent="c-9")[0] == 200
    assert clinician.board()["position"] == position
    assert Person(server, "i-tuiasosopo").get("/field/").text.count("/consent") == 0


def test_10_no_incident_timeline_says_that_somebody_consented(server: Server, clinician: Person, known: str) -> None:
    dispatcher = Person(server, "r-okafor")
    ids = list(dispatcher.board()["incidents"])
    assert ids
    for id in ids:
        assert "A consent" not in text_of(dispatcher, f"/dispatch/incident/{id}")


def test_11_in_spanish_nothing_is_left_in_english(clinician: Person, known: str) -> None:
    clinician.form("/language", language="es", next="/")
    try:
        text = " ".join(text_of(clinician, path) for path in (
            f"/person/{known}/consent", f"/person/{known}/consent/ask", f"/person/{known}/consent/ask?about=part2_care",
            f"/person/{known}/consent/paper?about=part2_proceedings",
        ))  # fmt: skip
    finally:
        clinician.form("/language", language="en", next="/")
    assert "Consentimientos" in text
    assert [one for one in ("onsent ", "What ", "treatment", "Missing", "until", "taken back", "Who ") if one in text] == []
