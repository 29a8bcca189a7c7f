"""Consents that are asked alone: a counselor's own notes open to whom they name; Part 2 records go to the court the person named."""

from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

OWN, PART2 = "canary-5a1e what she said in the third hour", "canary-77b0 buprenorphine"
SIGNED = {"consent_name": "Ines Almeda", "consent_signature": "M10 20 L30 40"}
COURT = {
    "about": "part2_proceedings", "what": ["all"], "holders": ["any"], "recipients": ["court"], "purposes": ["proceeding"],
    "event": "case_closed", "stated": ["revocation", "not_conditioned"], "texts": {**SIGNED, "consent_recipients": "Invented County Court"},
}  # fmt: skip
COUNSELING = {
    "about": "part2_counseling", "what": ["all"], "holders": ["any"], "recipients": ["bridges-behavioral"], "purposes": ["treatment"],
    "event": "treatment_ends", "stated": ["revocation", "not_conditioned"], "texts": SIGNED,
}  # fmt: skip


class Desk:
    """Somebody with a counselor's own note and a medication list of a Part 2 program; the author, a colleague, the custodian."""

    def __init__(self, server: Server) -> None:
        self.lowe, self.officer, self.administrator = Person(server, "p-lowe"), Person(server, "s-petrov"), Person(server, "e-adeyemi")
        self.colleague = Person(server, "b-ferreira")
        self.scene = Scene(server, self.lowe, "m12", "with_person")
        told = {"episode": self.scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": "Ines Almeda"}}
        self.person = str(self.scene.must("RecordPerson", **told)["ids"]["person"])
        self.scene.must("WriteItems", person=self.person, source="person", texts={"psychotherapy_note": OWN})
        self.scene.must("WriteItems", person=self.person, source="part2_program", texts={"medications": PART2})
        self.scene.must("BeginTreatment", person=self.person)
        self.release = ""

    def page(self) -> str:
        return self.officer.get(f"/records/{self.release}").text

    def must(self, who: Person, kind: str, **body: Any) -> Any:
        status, answer = who.ask(kind, **body)
        assert status == 200, (kind, answer)
        return answer


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_a_colleague_reads_the_counselors_note_by_a_consent_for_it_alone_and_until_it_is_taken_back(desk: Desk) -> None:
    assert "Psychotherapy notes: yours alone" in desk.lowe.get(f"/person/{desk.person}").text
    assert OWN not in desk.colleague.get(f"/person/{desk.person}").text
    desk.must(
        desk.lowe, "RecordConsent", person=desk.person, consent="alone-1", answer="given", form="drawn", signer="person", **COUNSELING
    )
    page = desk.colleague.get(f"/person/{desk.person}").text
    assert OWN in page
    assert "by a consent for them alone" in page
    assert PART2 not in page
    desk.must(desk.lowe, "WithdrawConsent", person=desk.person, consent="alone-1")
    assert OWN not in desk.colleague.get(f"/person/{desk.person}").text


def test_02_asked_by_a_court_the_custodian_gives_out_what_the_person_agreed_to_with_its_notice(desk: Desk) -> None:
    about = {"asked": "subpoena", "about_kind": "person", "about": desk.person, "texts": {"records_asked_by": "Invented County Court"}}
    desk.release = str(desk.must(desk.officer, "AskRelease", **about)["ids"]["release"])
    assert PART2 not in desk.page()
    desk.must(desk.lowe, "RecordConsent", person=desk.person, consent="court-1", answer="given", form="drawn", signer="person", **COURT)
    page = desk.page()
    assert PART2 in page
    piece = next(part.split('"')[0] for part in page.split('id="piece-')[1:] if PART2 in part)
    desk.must(desk.officer, "ChoosePiece", release=desk.release, piece=piece, shown=True, reason="person_agreed", exemption="")
    log = desk.administrator.get(f"/records/{desk.release}").text
    assert PART2 not in log
    seen = log.split('name="seen" value="')[1].split('"')[0]
    assert desk.administrator.form(f"/records/{desk.release}/sign", seen=seen).status_code == 302
    made = desk.officer.get(f"/records/{desk.release}/package.json").json()
    assert PART2 in [one["words"] for one in made["pieces"]]
    assert made["notice"][0] == "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    assert "The court or party named in it may be shown all records of substance use treatment" in made["notice"][1]
    assert made["notice"][1] in desk.officer.get(f"/records/{desk.release}/package").text
    assert OWN not in str(made)


def test_03_taken_back_before_it_went_out_it_does_not_go_out(desk: Desk) -> None:
    desk.must(desk.lowe, "WithdrawConsent", person=desk.person, consent="court-1")
    made = desk.officer.get(f"/records/{desk.release}/package.json").json()
    assert PART2 not in str(made)
    assert "notice" not in made
    assert PART2 not in desk.page()
    desk.scene.finish()
