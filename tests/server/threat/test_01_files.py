"""Threat files over HTTP: the team reads by name, who carries out reads that, everybody else finds nothing; crews see one fixed flag."""

import re
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

DAY_MS = 86_400_000
NAME, SAID, WHY, TASK, SCHOOL = "Orrin Thistledown", "He wrote it on the wall twice", "He names a day", "Speak with the dean", "Dean of Elm"
FLAG = "have the supervisor on duty reach the lead of the team"


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, (path, found.status_code, found.text[:300])
    return unescape(found.text)


def part(text: str, id: str) -> str:
    found = re.search(rf'<section id="{id}".*?</section>', text, re.DOTALL)
    assert found, f"no section {id}"
    return found[0]


class Bureau:
    """P. Lowe met somebody with M12 and answers for a file about them; K. Tanaka carries something out."""

    def __init__(self, server: Server) -> None:
        self.lead, self.officer, self.other = Person(server, "p-lowe"), Person(server, "k-tanaka"), Person(server, "b-ferreira")
        self.scene = Scene(server, self.lead, "m12", "with_person")
        who = {"episode": self.scene.episode, "basis": "said_so", "texts": {"name": NAME}}
        self.person = str(self.scene.must("RecordPerson", **who)["ids"]["person"])
        self.record = page(self.lead, f"/person/{self.person}")
        texts = {"threat_person": NAME, "threat_concern": SAID}
        asked: dict[str, Any] = {"person": self.person, "because": "threat_made", "no_health": True, "texts": texts}
        self.id = str(self.scene.must("OpenThreat", **asked)["ids"]["threat"])
        self.now = int(self.lead.get("/board.json").json()["now"])

    def must(self, kind: str, by: Person | None = None, **body: Any) -> dict[str, Any]:
        return self.scene.must(kind, by=by or self.lead, threat=self.id, **body)


@pytest.fixture(scope="module")
def bureau(server: Server) -> Bureau:
    return Bureau(server)


def test_01_the_record_leads_to_a_file_which_its_lead_reads_by_name(bureau: Bureau) -> None:
    assert f"/threats/of/{bureau.person}" in bureau.record
    told = page(bureau.lead, f"/threats/{bureau.id}")
    assert [one in told for one in (NAME, SAID, "Nobody has assessed it yet")] == [True] * 3
    assert NAME in part(page(bureau.lead, "/threats/"), "mine")


def test_02_assessed_in_codes_and_words_with_tasks_and_people_beside_the_team(bureau: Bureau) -> None:
    words: dict[str, Any] = {"no_health": True, "texts": {"threat_assessment": WHY}}
    bureau.must("AssessThreat", level="moderate", concern=["planning", "named_whom"], protective=["trusted_person"], **words)
    bureau.must("AddThreatMember", member="k-tanaka", part_taken="carries_out")
    task: dict[str, Any] = {"what": "school_or_work", "owner": "k-tanaka", "due_at": bureau.now + DAY_MS, "no_health": True}
    bureau.must("SetThreatTask", **task, texts={"threat_task": TASK})
    bureau.must("NameThreatStakeholder", role="school", texts={"threat_stakeholder": SCHOOL})
    told = page(bureau.lead, f"/threats/{bureau.id}")
    assert [one in told for one in (WHY, TASK, SCHOOL, "Moderate concern", "Looks into it, plans or prepares")] == [True] * 5
    status, answer = bureau.lead.ask("AssessThreat", threat=bureau.id, level="low", texts={"threat_assessment": WHY})
    assert (status, answer["code"]) == (409, "threat_health_needs_basis")


def test_03_who_carries_something_out_reads_that_and_a_supervisor_who_answers_and_what_is_late(server: Server, bureau: Bureau) -> None:
    told = page(bureau.officer, f"/threats/{bureau.id}")
    assert [one in told for one in (NAME, TASK)] == [True] * 2
    assert [one in told for one in (SAID, WHY, SCHOOL, "Moderate concern")] == [False] * 4
    supervisor = Person(server, "m-lindqvist")
    assert "File of P. Lowe" in page(supervisor, "/threats/")
    over = page(supervisor, f"/threats/{bureau.id}")
    assert [one in over for one in (NAME, TASK, SAID, WHY, SCHOOL, "Moderate concern", "A threat was made")] == [False] * 7


def test_04_for_everybody_else_there_is_no_such_file(server: Server, bureau: Bureau) -> None:
    assert [bureau.other.get(f"/threats/{one}").status_code for one in (bureau.id, "no-such-file")] == [404, 404]
    assert bureau.other.ask("WriteThreatPlan", threat=bureau.id, texts={"threat_plan": "x"})[1]["code"] == "threat_unknown"
    assert bureau.other.get(f"/threats/of/{bureau.person}").status_code == 404
    assert [Person(server, one).get("/threats/").status_code for one in ("j-diaz", "n-castellanos", "s-petrov")] == [403] * 3
    assert NAME not in page(bureau.other, "/threats/")


def test_05_crews_see_a_fixed_sentence_and_no_other_word_of_it(server: Server, bureau: Bureau) -> None:
    bureau.must("RaiseThreatFlag", review_at=bureau.now + 30 * DAY_MS, texts={"threat_flag": "whatever somebody sends"})
    dispatcher = Person(server, "r-okafor")
    told = unescape(dispatcher.get(f"/dispatch/incident/{bureau.scene.incident}").text)
    assert (FLAG in told, "whatever somebody sends" in told, SAID in told) == (True, False, False)
    spanish = unescape(Person(server, "r-okafor", language="es").get(f"/dispatch/incident/{bureau.scene.incident}").text)
    assert "Un equipo de gestión de amenazas trabaja en esto" in spanish
    assert "localice a la persona responsable del equipo" in spanish
    record = page(bureau.lead, f"/person/{bureau.person}")
    assert FLAG in record
    bureau.must("LowerThreatFlag")
    assert FLAG not in unescape(dispatcher.get(f"/dispatch/incident/{bureau.scene.incident}").text)


def test_06_no_frame_and_no_timeline_tells_of_a_file(server: Server, bureau: Bureau) -> None:
    supervisor = Person(server, "m-lindqvist")
    board = supervisor.get("/board.json").text
    story = unescape(supervisor.get(f"/history/{bureau.scene.incident}").text)
    assert [bureau.id in one for one in (board, story)] == [False, False]


def test_07_the_lead_moves_to_who_accepts_and_an_account_does_not_end_while_it_answers_for_a_file(server: Server, bureau: Bureau) -> None:
    admin = Person(server, "e-adeyemi")
    assert "Threat files" in unescape(admin.get("/staff/person/p-lowe").text)
    bureau.must("OfferThreatLead", member="b-ferreira", because="leave")
    asked = page(bureau.other, "/threats/")
    assert ("from P. Lowe: On leave" in asked, NAME in asked) == (True, False)
    assert SAID not in page(bureau.other, f"/threats/{bureau.id}")
    bureau.must("AcceptThreatLead", by=bureau.other)
    assert [NAME in page(one, f"/threats/{bureau.id}") for one in (bureau.other, bureau.lead)] == [True, True]
    assert "Threat files" not in unescape(admin.get("/staff/person/p-lowe").text)


def test_08_closing_asks_for_a_second_person_and_then_nobody_reads_it(bureau: Bureau) -> None:
    end = {"threat": bureau.id, "reason": "managed", "no_health": True, "texts": {"threat_review": "It is over"}}
    assert bureau.other.ask("CloseThreat", **end)[1]["code"] == "threat_needs_signature"
    bureau.scene.must("CloseThreat", by=bureau.other, **end, signed_by="m-lindqvist")
    told = page(bureau.other, f"/threats/{bureau.id}")
    assert ("The concern is managed" in told, NAME in told, SAID in told) == (True, False, False)
    assert [one.get(f"/threats/{bureau.id}").status_code for one in (bureau.lead, bureau.officer)] == [404, 404]
    bureau.scene.finish()
