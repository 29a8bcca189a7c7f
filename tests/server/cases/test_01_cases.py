"""Cases over HTTP: opened on a record, worked, passed on in bulk, closed with a signature; for everybody else there is no such page."""

import re
from html import unescape
from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

DAY_MS = 86_400_000
NAME, NOTE, GOAL, TASK = "Ines Bramblewood", "Her sister opens the door", "A room with a window", "Bring the form for the room"


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, (path, found.status_code, found.text[:300])
    return unescape(found.text)


def part(text: str, id: str) -> str:
    found = re.search(rf'<section id="{id}".*?</section>', text, re.DOTALL)
    assert found, f"no section {id}"
    return found[0]


class Known:
    """Somebody met by C204, whose promise of a follow-up L. Moreau's desk took on."""

    def __init__(self, server: Server, name: str = NAME) -> None:
        self.clinician, self.manager = Person(server, "b-ferreira"), Person(server, "l-moreau")
        self.scene = Scene(server, self.clinician, "c204", "with_person")
        who = {"episode": self.scene.episode, "basis": "said_so", "texts": {"name": name, "phone": "801 555 0177"}}
        self.id = str(self.scene.must("RecordPerson", **who)["ids"]["person"])
        self.scene.finish()
        self.scene.must("TakeFollowUp", by=self.manager, episode=self.scene.episode, position="follow-up")

    def open(self, kind: str = "case_management", **more: Any) -> str:
        asked = {"person": self.id, "case_kind": kind, "because": "after_crisis", **more}
        return str(self.scene.must("OpenCase", by=self.manager, **asked)["ids"]["case"])


@pytest.fixture(scope="module")
def known(server: Server) -> Known:
    return Known(server)


@pytest.fixture(scope="module")
def case(known: Known) -> str:
    return known.open(texts={"case_plan": "Begin with the room"})


def now(person: Person) -> int:
    return int(person.get("/board.json").json()["now"])


def test_01_the_record_leads_to_a_case_and_the_caseload_shows_it_by_name(known: Known, case: str) -> None:
    assert f"/cases/of/{known.id}" in page(known.manager, f"/person/{known.id}")
    assert "Medication visits at home" in page(known.manager, f"/cases/of/{known.id}")
    mine = page(known.manager, "/cases/")
    assert (NAME in part(mine, "later"), "0 of 1 contacts in 7 days" in mine) == (True, True)
    assert re.search(r"Proactive case management</a> <strong>\d+</strong> / 25", mine)
    assert "Begin with the room" in page(known.manager, f"/cases/{case}")


def test_02_contacts_tasks_and_goals_are_kept_in_words_for_who_works_it(known: Known, case: str) -> None:
    must, by = known.scene.must, known.manager
    must("RecordCaseContact", by=by, case=case, how="visit", outcome="seen", texts={"case_note": NOTE})
    must("SetCaseTask", by=by, case=case, what="housing", due_at=now(by) + DAY_MS, texts={"case_task": TASK})
    must("SetCaseGoal", by=by, case=case, texts={"case_goal": GOAL})
    must("ReferCase", by=by, case=case, code="benefits", state="waiting")
    told = page(by, f"/cases/{case}")
    assert [one in told for one in (NOTE, TASK, GOAL, "On a waiting list", "1 of 1 contacts")] == [True] * 5
    assert NAME in part(page(by, "/cases/"), "soon")


def test_03_for_everybody_else_there_is_no_such_case_and_a_supervisor_reads_no_words(server: Server, known: Known, case: str) -> None:
    other, lead = Person(server, "p-lowe"), Person(server, "m-lindqvist")
    assert [other.get(f"/cases/{one}").status_code for one in (case, "no-such-case")] == [404, 404]
    assert other.ask("RecordCaseContact", case=case, how="phone", outcome="spoke")[1]["code"] == "case_unknown"
    assert Person(server, "k-tanaka").get("/cases/").status_code == 403
    assert known.manager.get("/cases/team").status_code == 403
    told = page(lead, f"/cases/{case}")
    assert [one in told for one in (NOTE, TASK, GOAL, NAME)] == [False] * 4
    assert "Visit" in told
    assert "L. Moreau" in page(lead, "/cases/team")


def test_04_a_caseload_moves_when_it_is_accepted_and_the_tie_with_it(server: Server, known: Known, case: str) -> None:
    lowe, must = Person(server, "p-lowe"), known.scene.must
    must("OfferCases", by=known.manager, cases=[case], worker="p-lowe", because="nearer")
    assert "Offered to P. Lowe" in page(known.manager, "/cases/")
    asked = page(lowe, "/cases/")
    assert ("from L. Moreau: Nearer to the person" in asked, NAME in asked) == (True, False)
    assert [one in page(lowe, f"/cases/{case}") for one in (NOTE, NAME)] == [False, False]
    must("AcceptCases", by=lowe, cases=[case])
    assert [one in page(lowe, f"/cases/{case}") for one in (NOTE, NAME)] == [True, True]
    assert known.manager.get(f"/cases/{case}").status_code == 404
    must("OfferCases", by=lowe, cases=[case], worker="l-moreau", because="nearer")
    must("AcceptCases", by=known.manager, cases=[case])


def test_05_a_supervisors_desk_stands_in_and_an_account_ends_only_once_its_cases_are_held_by_somebody(
    server: Server, known: Known, case: str
) -> None:
    lead, admin = Person(server, "m-lindqvist"), Person(server, "e-adeyemi")
    assert "Caseload" in unescape(admin.get("/staff/person/l-moreau").text)
    known.scene.must("StandInForCases", by=lead, cases=[case], position="supervisor-1", because="absent")
    assert "stands in until a worker accepts" in page(lead, "/cases/team")
    assert known.manager.get(f"/cases/{case}").status_code == 404
    known.scene.must("OfferCases", by=lead, cases=[case], worker="l-moreau", because="absent")
    known.scene.must("AcceptCases", by=known.manager, cases=[case])


def test_06_closing_asks_for_a_signature_where_the_kind_does_and_is_undone_by_who_closed(server: Server, known: Known, case: str) -> None:
    status, answer = known.manager.ask("CloseCase", case=case, reason="declined")
    assert (status, answer["code"]) == (409, "case_needs_signature")
    known.scene.must("CloseCase", by=known.manager, case=case, reason="declined", signed_by="m-lindqvist")
    told = page(known.manager, f"/cases/{case}")
    assert ("Closed by L. Moreau: The person declined" in told, "signed by M. Lindqvist" in told) == (True, True)
    known.scene.must("ReopenCase", by=known.manager, case=case)
    known.scene.must("CloseCase", by=known.manager, case=case, reason="goals_reached")


def test_07_a_record_is_not_erased_while_a_case_is_open(server: Server, known: Known) -> None:
    case = known.open("homeless_outreach")
    told = page(known.manager, f"/cases/{case}")
    assert ("Coordinated entry assessment" in told, "Permanent supportive housing" in told) == (True, True)
    status, answer = Person(server, "s-petrov").ask("ProposeErasure", about_kind="person", about=known.id, ground="person_asked")
    assert (status, "case is open" in answer["sentence"]) == (409, True)
    known.scene.must("CloseCase", by=known.manager, case=case, reason="housed")


def test_08_in_spanish(server: Server, known: Known) -> None:
    manager = Person(server, "l-moreau", "es")
    case = known.open("stabilization")
    told = page(manager, f"/cases/{case}")
    assert [one in told for one in ("Cada día", "Cuánto apoyo", "Escribir juntos el plan", "Cerrar el caso")] == [True] * 4
    assert "Mis casos" in page(manager, "/cases/")
    known.scene.must("CloseCase", by=known.manager, case=case, reason="stable")


def test_09_a_new_crisis_is_told_to_who_works_the_case_and_no_more_to_who_worked_it(server: Server, known: Known) -> None:
    """Neither to who is only asked: that somebody called again is about the person, whoever they are."""
    case, must = known.open("stabilization"), known.scene.must
    again = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    again.must("IdentifyPerson", person=known.id, episode=again.episode, basis="said_so")
    number = str(again.number())
    again.finish()
    assert number in page(known.manager, f"/cases/{case}")
    must("OfferCases", by=known.manager, cases=[case], worker="b-ferreira", because="leave")
    assert number not in page(known.clinician, f"/cases/{case}")
    must("CloseCase", by=known.manager, case=case, reason="stable")
    assert number not in page(known.manager, f"/cases/{case}")
