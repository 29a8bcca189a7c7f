"""What stands beside an entry: that nobody signed it yet, and that the person disagrees."""

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

HAZARD, NOTE, DISAGREES, INTERNS = (
    "canary-8d1f seizures",
    "canary-31c0 sleeps two hours",
    "canary-4f4f I have none",
    "canary-99b1 wants to stay",
)


class Desk:
    """A person with a hazard the person disagrees with, and an intern's note."""

    def __init__(self, server: Server) -> None:
        self.server, self.lowe, self.officer = server, Person(server, "p-lowe"), Person(server, "s-petrov")
        self.scene = Scene(server, self.lowe, "m12", "with_person")
        told = {"episode": self.scene.episode, "basis": "said_so", "band": "adult", "texts": {"name": "Vera Osei"}}
        self.person = str(self.scene.must("RecordPerson", **told)["ids"]["person"])
        self.scene.must("BeginTreatment", person=self.person)
        self.scene.must("WriteItems", person=self.person, source="provider", texts={"medical_hazards": HAZARD})
        self.scene.must("WriteItems", person=self.person, source="person", texts={"clinical_note": NOTE})
        intern = Person(server, "j-winter")
        self.scene.must("WriteItems", by=intern, person=self.person, source="own_observation", texts={"clinical_note": INTERNS})

    def page(self, who: str) -> str:
        return Person(self.server, who).get(f"/person/{self.person}").text

    def must(self, kind: str, **body: object) -> str:
        status, answer = self.officer.ask(kind, **body)
        assert status == 200, (kind, answer)
        return str(next((answer["ids"][name] for name in ("amendment", "release") if name in answer["ids"]), ""))

    def disagree(self) -> None:
        options = self.officer.get(f"/rights/{self.person}").text.split('<option value="')
        item = next(part.split('"')[0] for part in options if ">Medical hazards, " in part)
        asked = self.must("AskAmendment", person=self.person, item=item, texts={"amendment_asked": "There are none"})
        refused = {"reason": "accurate_and_complete", "texts": {"amendment_refused": "the hospital says so"}}
        self.must("RefuseAmendment", amendment=asked, **refused)
        self.must("StateDisagreement", amendment=asked, texts={"disagreement": DISAGREES})


@pytest.fixture(scope="module")
def desk(server: Server) -> Desk:
    return Desk(server)


def test_01_an_entry_nobody_signed_says_so_and_stays_in_its_house(desk: Desk) -> None:
    page = desk.page("p-lowe")
    assert INTERNS in page
    assert page.count(">unsigned<") == 1
    assert "sin firma" in Person(desk.server, "p-lowe", "es").get(f"/person/{desk.person}").text
    signing = desk.lowe.get("/to-sign/").text
    item = next(part.split('name="item" value="')[1].split('"')[0] for part in signing.split("<article") if INTERNS in part)
    assert desk.lowe.form("/to-sign/", person=desk.person, item=item).status_code == 302
    assert ">unsigned<" not in desk.page("p-lowe")


def test_02_a_disagreement_stands_wherever_its_entry_stands(desk: Desk) -> None:
    assert "The person disagrees" not in desk.page("p-lowe")
    desk.disagree()
    page = desk.page("p-lowe")
    assert page.index(HAZARD) < page.index(DISAGREES)
    dispatcher = Person(desk.server, "r-okafor")
    sent = desk.scene.must("AssignUnit", by=dispatcher, incident=desk.scene.incident, unit="p31", also=True)["ids"]["assignment"]
    slice_of = desk.page("v-ilves")
    assert HAZARD in slice_of
    assert DISAGREES not in slice_of
    assert "Their statement is not for your role" in slice_of
    officer = Person(desk.server, "v-ilves")
    for status in ("acknowledged", "enroute", "on_scene", "cleared"):
        desk.scene.must("ReportStatus", by=officer, assignment=sent, status=status)


def test_03_and_in_every_release_right_behind_it_though_nobody_chose_it(desk: Desk) -> None:
    told = {"asked": "coroner", "about_kind": "person", "about": desk.person, "texts": {"records_asked_by": "A coroner, invented"}}
    release = desk.must("AskRelease", **told)
    administrator = Person(desk.server, "e-adeyemi")
    seen = administrator.get(f"/records/{release}").text.split('name="seen" value="')[1].split('"')[0]
    assert administrator.form(f"/records/{release}/sign", seen=seen).status_code == 302
    said = [one["words"] for one in desk.officer.get(f"/records/{release}/package.json").json()["pieces"]]
    assert said[said.index(HAZARD) + 1] == DISAGREES
    assert NOTE not in said
    desk.scene.finish()
