"""What a person writes to have something put right, and what asks for records by law, arrive on paper too: kept like any paper."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.server.attach.doing import send
from tests.server.attach.papers import HERE, jpeg, pdf, png
from tests.server.running import Person, Server
from tests.server.scenes import Scene

WHO = "w-asks"


class Office:
    """The privacy officer's desk, somebody with a record, and who wrote it."""

    def __init__(self, server: Server, clinician: Person, scene: Scene) -> None:
        self.clinician, self.incident, self.officer = clinician, scene.incident, Person(server, "s-petrov")
        scene.must("RecordPerson", person=WHO, episode=scene.episode, basis="said_so", band="adult", texts={"name": "Ines Almeda"})

    def put(self, field: str, whose: str, content: bytes) -> str:
        """Send it; the id that stands for it."""
        sent = send(self.officer, whose, content, field)
        assert sent.status_code == 200, sent.text
        return str(sent.json()["file"])

    def must(self, kind: str, **body: Any) -> dict[str, Any]:
        status, answer = self.officer.ask(kind, **body)
        assert status == 200, answer
        return answer


@pytest.fixture(scope="module")
def office(server: Server) -> Iterator[Office]:
    clinician = Person(server, "p-lowe")
    scene = Scene(server, clinician, "m12", "with_person")
    yield Office(server, clinician, scene)
    scene.finish()


def test_01_what_the_person_wrote_stands_with_their_request_and_in_their_own_copy(server: Server, office: Office) -> None:
    file = office.put("amendment_scan", WHO, jpeg())
    texts = {"amendment_asked": "The date is wrong", "amendment_scan": file}
    office.must("AskAmendment", amendment="am-paper", person=WHO, texts=texts)
    text = office.officer.get(f"/rights/{WHO}").text
    link = f'href="/rights/{WHO}/request/am-paper/paper" download data-picture="Photo or scan of what the person wrote"'
    assert f"{link}>Look at the paper (JPEG" in text
    found = office.officer.get(f"/rights/{WHO}/request/am-paper/paper")
    assert (found.status_code, found.headers["content-type"], HERE in found.content) == (200, "image/jpeg", False)
    assert "sandbox" in found.headers["content-security-policy"]
    spanish = Person(server, "s-petrov", language="es").get(f"/rights/{WHO}").text
    assert "Foto o copia escaneada de lo que escribió la persona" in spanish
    answer = office.must("HandOutCopy", person=WHO, identity="photo_document", how="in_person")
    path = f"/rights/{WHO}/copy/{answer['ids']['copy']}"
    (entry,) = [one for one in json.loads(office.officer.get(f"{path}/copy.json").text)["entries"] if one["field"] == "amendment_scan"]
    assert office.officer.get(f"{path}/file/{entry['file']}").content == found.content


@pytest.mark.parametrize("kind", ["person", "incident"])
def test_02_the_paper_that_asks_for_records_stands_with_the_request_and_is_none_of_its_pieces(office: Office, kind: str) -> None:
    about = WHO if kind == "person" else office.incident
    file = office.put("records_scan", f"{kind}/{about}", pdf())
    told = {"asked": "subpoena", "about_kind": kind, "about": about, "release": f"rel-{kind}"}
    office.must("AskRelease", **told, texts={"records_asked_by": "A. Court, invented", "records_scan": file})
    page = office.officer.get(f"/records/rel-{kind}").text
    assert f'href="/records/rel-{kind}/paper" download>Download the paper (PDF' in page
    assert "Photo or scan of the request for records" not in page.split('id="release-pieces"')[1]
    found = office.officer.get(f"/records/rel-{kind}/paper")
    assert (found.status_code, found.headers["content-type"]) == (200, "application/pdf")


def test_03_nobody_else_sends_one_reads_one_or_learns_that_it_is_there(server: Server, office: Office) -> None:
    papers = (f"/rights/{WHO}/request/am-paper/paper", "/records/rel-person/paper")
    for staff, sends, gets in (
        ("p-lowe", (200, 404), (403, 403)), ("c-novak", (404, 404), (403, 403)), ("v-ilves", (403, 403), (403, 403)),
        ("e-adeyemi", (403, 403), (403, 404)),
    ):  # fmt: skip
        other = Person(server, staff)
        assert tuple(send(other, WHO, png(), field).status_code for field in ("amendment_scan", "records_scan")) == sends, staff
        assert tuple(other.get(path).status_code for path in papers) == gets, staff
    for path in (f"/rights/{WHO}/request/none/paper", "/rights/other/request/am-paper/paper", "/records/none/paper"):
        assert office.officer.get(path).status_code == 404
    for whose in ("nobody", "incident/nobody", f"facility/{WHO}", f"incident/{WHO}", f"{WHO}/x", ""):
        assert send(office.officer, whose, png(), "records_scan").status_code == 404
    assert send(office.officer, f"incident/{office.incident}", png(), "amendment_scan").status_code == 404
    assert send(office.officer, WHO, png()).status_code == 404, "consents are asked for by who has to do with the person"


def test_04_a_paper_sent_for_one_is_kept_with_no_other(office: Office) -> None:
    file = office.put("records_scan", f"incident/{office.incident}", png())
    told = {"asked": "subpoena", "about_kind": "person", "about": WHO, "texts": {"records_asked_by": "B. Court", "records_scan": file}}
    assert office.officer.ask("AskRelease", **told)[1]["code"] == "file_gone"
    asked = {"amendment_asked": "The name", "amendment_scan": office.put("records_scan", WHO, png())}
    assert office.officer.ask("AskAmendment", amendment="am-none", person=WHO, texts=asked)[1]["code"] == "file_gone"


def test_05_a_request_without_a_paper_offers_none(office: Office) -> None:
    office.must("AskAmendment", amendment="am-said", person=WHO, texts={"amendment_asked": "By telephone"})
    assert "/request/am-said/paper" not in office.officer.get(f"/rights/{WHO}").text
    assert office.officer.get(f"/rights/{WHO}/request/am-said/paper").status_code == 404
