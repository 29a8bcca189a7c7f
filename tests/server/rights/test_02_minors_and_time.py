"""What a minor agreed to alone is in the minor's accounting and in nothing a parent gets; and an answer that takes longer."""

import json
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME, OWN_CARE, MEDS, SIGNED = "Teo Invented", "canary-5e5e talks about the school", "canary-1b1b melatonin", "canary-0c0c Teo signs"
YEAR_MS = 366 * 86_400_000
OWN: dict[str, Any] = {
    "about": "health", "what": ["all"], "holders": ["any"], "recipients": ["wasatch-center"], "purposes": ["treatment"],
    "event": "treatment_ends", "stated": ["revocation"], "texts": {"consent_name": SIGNED, "consent_signature": SIGNED},
}  # fmt: skip


class Desk:
    """Somebody of sixteen whose record has care they agreed to alone; and the privacy officer."""

    def __init__(self, server: Server) -> None:
        self.server, self.officer = server, Person(server, "s-petrov")
        self.scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
        until = int(self.scene.crew.get("/board.json").json()["now"]) + YEAR_MS
        told = {"episode": self.scene.episode, "basis": "said_so", "band": "teen", "band_until": until, "texts": {"name": NAME}}
        self.person = str(self.scene.must("RecordPerson", **told)["ids"]["person"])
        agreed = {"mature_enough": True, "guardians": "inappropriate", "texts": {"minor_care_note": OWN_CARE}}
        self.scene.must("RecordMinorConsent", person=self.person, **agreed)
        self.scene.must("WriteItems", person=self.person, source="person", texts={"medications": MEDS})
        self.scene.must("RecordConsent", person=self.person, consent="own-1", answer="given", form="drawn", signer="person", **OWN)
        self.scene.crew.get(f"/person/{self.person}")
        self.path = f"/rights/{self.person}"

    def copy_for(self, asker: str) -> str:
        told = {"person": self.person, "identity": "photo_document", "how": "in_person", "asker": asker}
        status, answer = self.officer.ask("HandOutCopy", **told)
        assert status == 200, answer
        return self.officer.get(f"{self.path}/copy/{answer['ids']['copy']}/copy.json").text


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_the_minors_own_consent_and_care_are_lines_of_the_minors_accounting(desk: Desk) -> None:
    page = desk.officer.get(f"{desk.path}?all=1").text
    assert "Consent asked for" in page
    assert "the minor’s own" in page
    assert "Care a minor agreed to" in page.split("<tbody")[1].split("</tbody>")[0]
    assert "propio del menor" in Person(desk.server, "s-petrov", "es").get(f"{desk.path}?all=1").text


def test_02_and_nothing_of_it_is_in_what_a_parent_gets(desk: Desk) -> None:
    page = desk.officer.get(f"{desk.path}?all=1&for=guardian").text
    table = page.split("<tbody")[1].split("</tbody>")[0]
    assert "Clinical summary" in table
    assert [said for said in ("Consent", "minor", "Care a minor") if said in table] == []
    csv = desk.officer.get(f"{desk.path}/accounting.csv?for=guardian").text
    assert "Consent asked for" not in csv
    assert "Consent asked for" in desk.officer.get(f"{desk.path}/accounting.csv").text


def test_03_nor_in_a_copy_for_them_which_does_not_say_that_something_is_left_out(desk: Desk) -> None:
    own, parents = desk.copy_for("person"), desk.copy_for("guardian")
    assert [word for word in (NAME, OWN_CARE, MEDS, SIGNED) if word not in own] == []
    assert [word for word in (NAME, MEDS) if word not in parents] == []
    assert [word for word in (OWN_CARE, SIGNED, "minor", "agreed") if word in parents] == []
    assert len(json.loads(own)["entries"]) > len(json.loads(parents)["entries"])


def test_04_somebody_grown_has_no_such_view(desk: Desk) -> None:
    scene = Scene(desk.server, Person(desk.server, "b-ferreira"), "c204", "with_person")
    told = {"episode": scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": "Grown Invented"}}
    person = str(scene.must("RecordPerson", **told)["ids"]["person"])
    assert "?for=guardian" not in desk.officer.get(f"/rights/{person}").text
    assert desk.officer.get(f"/rights/{person}?for=guardian").status_code == 404
    scene.finish()
    desk.scene.finish()


def test_05_an_answer_is_put_off_once_and_the_page_says_so(desk: Desk) -> None:
    status, answer = desk.officer.ask("AskAmendment", person=desk.person, texts={"amendment_asked": "The name is spelled otherwise"})
    assert status == 200, answer
    asked = answer["ids"]["amendment"]
    assert "It takes longer" in desk.officer.get("/rights/").text
    assert (
        desk.officer.ask("ExtendAmendment", amendment=asked, texts={"amendment_extended": "canary-aa12 the school must answer"})[0] == 200
    )
    page = desk.officer.get("/rights/").text
    mine = page.split(f'id="amendment-{asked}"')[1].split("</article>")[0]
    assert "put off once" in mine
    assert "canary-aa12 the school must answer" in mine
    assert "It takes longer" not in mine
    status, answer = desk.officer.ask("ExtendAmendment", amendment=asked, texts={"amendment_extended": "still"})
    assert (status, answer["code"]) == (409, "amendment_extended")
