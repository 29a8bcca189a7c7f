"""A person's rights over the real server: who saw it and why, their own copy, what is put right, and a disagreement that travels."""

import csv
import io
import json
import re

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, NOTE, MEDS = "canary-77aa Invented Name", "canary-2b9d afraid of the stairs", "canary-e41c lithium"
RIGHT, NO, DISAGREES = "canary-90f2 lamotrigine", "canary-61aa the pharmacy says so", "canary-3f3f I never took it"
BORN, CALLER = "1962-07-09", "canary-d00d the neighbor says he shouts"


class Desk:
    """One person whose record the crew's clinician wrote; the privacy officer; a nurse of another organization."""

    def __init__(self, server: Server) -> None:
        self.officer, self.nurse, self.clinician = Person(server, "s-petrov"), Person(server, "n-castellanos"), Person(server, "p-lowe")
        self.scene = Scene(server, self.clinician, "m12", upto="with_person", texts={"place": "9 Still Lane", "summary": CALLER})
        told = {"episode": self.scene.episode, "texts": {"name": NAME, "birth_date": BORN}}
        self.person = self.scene.must("RecordPerson", basis="said_so", band="adult", **told)["ids"]["person"]
        self.scene.must("WriteItems", person=self.person, source="person", texts={"clinical_note": NOTE, "medications": MEDS})
        self.item = ""
        self.path = f"/rights/{self.person}"

    def must(self, who: Person, kind: str, **body: object) -> str:
        status, answer = who.ask(kind, **body)
        assert status == 200, (kind, answer)
        ids = answer["ids"]
        return str(next((ids[name] for name in ("glass", "copy", "amendment", "disclosure") if name in ids), ""))

    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.officer.get(f"{self.path}/accounting.csv").text)))


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_the_privacy_officer_finds_the_person_by_the_incidents_number_and_nobody_else_does(desk: Desk) -> None:
    assert desk.path in desk.officer.get(f"/rights/?number={desk.scene.number()}").text
    assert desk.officer.get("/rights/no-such").status_code == 404
    for staff in ("m-lindqvist", "c-novak", "v-ilves", "e-adeyemi", "d-whitehorse"):
        for path in ("/rights/", desk.path, f"{desk.path}/accounting.csv"):
            assert Person(desk.officer.server, staff).get(path).status_code == 403, (staff, path)


def test_02_a_reading_by_another_organization_is_a_line_with_its_basis(desk: Desk) -> None:
    why = {"glass_reason": "unresponsive, allergies unknown"}
    glass = desk.must(desk.nurse, "BreakGlass", person=desk.person, reason="medical_emergency", texts=why)
    assert NOTE in desk.nurse.get(f"/emergency-access/of/{desk.person}").text
    desk.must(desk.nurse, "CloseGlass", glass=glass)
    lines = [row for row in desk.rows() if row["to"] == "wasatch-center"]
    assert {row["basis"] for row in lines} == {"emergency access, 45 CFR 164.312(a)(2)(ii)"}
    assert {"Emergency access", "Read"} == {row["kind"] for row in lines}
    assert {row["owed"] for row in lines} == {"yes"}
    assert ">Wasatch Receiving Center (invented)</td>" in desk.officer.get(desk.path).text
    page = desk.officer.get(desk.path).text
    assert "N. Castellanos, Nurse" in page
    assert "Clinical notes, screens, diagnosis" in page
    assert [word for word in (NAME, NOTE, MEDS) if word in page] == []  # the accounting says what kind, never what


def test_03_what_stays_within_the_organization_is_shown_on_request_and_marked_as_not_owed(desk: Desk) -> None:
    desk.clinician.get(f"/emergency-access/of/{desk.person}")
    reader = Person(desk.officer.server, "p-lowe")
    desk.must(reader, "BreakGlass", person=desk.person, reason="other_urgent", texts={"glass_reason": "looking for the care plan"})
    assert NOTE in reader.get(f"/emergency-access/of/{desk.person}").text
    inside = [row for row in desk.rows() if row["kind"] == "Read" and row["to"] == "bridges-behavioral"]
    assert inside
    assert {row["owed"] for row in inside} == {"no"}
    assert "P. Lowe, Clinician" not in desk.officer.get(desk.path).text.split("<tbody")[1].split("Emergency access</td>")[0]
    assert "P. Lowe, Clinician" in desk.officer.get(f"{desk.path}?all=1").text


def test_04_what_was_told_by_phone_stands_in_it_with_words_only_the_officer_reads(desk: Desk) -> None:
    told = {"person": desk.person, "how": "phone", "basis": "164.512.j", "classes": ["clinical_summary"]}
    assert desk.officer.ask("RecordDisclosure", **told)[1]["code"] == "disclosure_says_too_little"
    desk.must(desk.officer, "RecordDisclosure", **told, texts={"disclosed_to": "Dr. Q, invented", "disclosed_what": "=allergies"})
    line = next(row for row in desk.rows() if row["kind"] == "By phone")
    assert line["told"] == "Dr. Q, invented =allergies"
    desk.must(desk.officer, "RecordDisclosure", **told, texts={"disclosed_to": "=SUM(A1)", "disclosed_what": "x"})
    assert any(row["told"].startswith("'=SUM") for row in desk.rows())  # no spreadsheet computes it


def test_05_the_own_copy_has_the_record_and_says_what_is_left_out(desk: Desk) -> None:
    assert desk.officer.get(f"{desk.path}/copy/none").status_code == 404
    copy = desk.must(desk.officer, "HandOutCopy", person=desk.person, identity="photo_document", how="in_person")
    page = desk.officer.get(f"{desk.path}/copy/{copy}").text
    assert [word for word in (NAME, NOTE, MEDS) if word not in page] == []
    assert CALLER not in page
    assert ">9 Jul 1962<" in page
    assert not re.search(r"\d{4}-\d\d-\d\d", page.split("<main")[1])
    assert "this also holds what other people said" in page
    made = json.loads(desk.officer.get(f"{desk.path}/copy/{copy}/copy.json").text)
    assert {one["field"] for one in made["entries"]} >= {"name", "clinical_note", "medications"}
    assert [one["words"] for one in made["entries"] if one["field"] == "birth_date"] == [BORN]
    assert sum(one["count"] for one in made["left_out"]) >= 1
    assert Person(desk.officer.server, "e-adeyemi").get(f"{desk.path}/copy/{copy}").status_code == 403
    assert any(row["kind"] == "Own copy" and row["owed"] == "no" for row in desk.rows())


def test_06_a_request_is_put_right_and_told_or_refused_and_the_disagreement_travels(desk: Desk) -> None:
    item = next(part.split('"')[0] for part in desk.officer.get(desk.path).text.split('<option value="') if ">Medications, " in part)
    right = desk.must(desk.officer, "AskAmendment", person=desk.person, item=item, texts={"amendment_asked": "It is another one"})
    desk.must(desk.officer, "AcceptAmendment", amendment=right, told=["wasatch-center"], texts={"medications": RIGHT})
    note = next(part.split('"')[0] for part in desk.officer.get(desk.path).text.split('<option value="') if ">Clinical note, " in part)
    what = {"amendment_asked": "The list of medications is old"}
    asked = desk.must(desk.officer, "AskAmendment", person=desk.person, item=note, texts=what)
    page = desk.officer.get("/rights/").text
    assert "The list of medications is old" in page
    assert '<input type="checkbox" name="told" value="wasatch-center" data-as="many"><span>Wasatch Receiving Center (invented)' in page
    assert "told: Wasatch Receiving Center (invented)" in page
    desk.must(desk.officer, "RefuseAmendment", amendment=asked, reason="accurate_and_complete", texts={"amendment_refused": NO})
    desk.must(desk.officer, "StateDisagreement", amendment=asked, texts={"disagreement": DISAGREES})
    page = desk.officer.get("/rights/").text
    assert NO in page
    assert DISAGREES in page
    copy = desk.must(desk.officer, "HandOutCopy", person=desk.person, identity="two_facts", how="mail")
    made = json.loads(desk.officer.get(f"{desk.path}/copy/{copy}/copy.json").text)["entries"]
    assert {one["words"]: one["state"] for one in made if one["field"] == "medications"} == {MEDS: "amended", RIGHT: ""}
    assert [one["disagreement"] for one in made if one["field"] == "clinical_note"] == [DISAGREES]
    desk.must(desk.nurse, "BreakGlass", person=desk.person, reason="medical_emergency", texts={"glass_reason": "again unresponsive here"})
    assert DISAGREES in desk.nurse.get(f"/emergency-access/of/{desk.person}").text
    assert desk.officer.ask("AcceptAmendment", amendment=asked)[1]["code"] == "amendment_answered"


def test_07_all_of_it_in_spanish(desk: Desk) -> None:
    page = Person(desk.officer.server, "s-petrov", language="es").get(desk.path).text
    for word in ("Who saw what", "Told outside", "Legal basis", "not owed", "Hand out a copy"):
        assert word not in page, word


def test_08_consents_are_lines_and_a_reading_they_opened_is_not_owed(desk: Desk) -> None:
    asked = {"person": desk.person, "about": "family", "answer": "declined", "form": "said"}
    scope = {"what": ["all"], "holders": ["any"], "recipients": ["family"], "purposes": ["own_record"]}
    desk.must(desk.clinician, "RecordConsent", **asked, **scope)
    assert [row["kind"] for row in desk.rows()].count("Consent asked for") == 1
