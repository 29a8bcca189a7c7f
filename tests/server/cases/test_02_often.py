"""People we meet often over HTTP: counts and numbers, nobody's name; a supervisor decides, and asks a worker."""

import re
from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

NAME = "Cosima Larkwhistle"


def page(person: Person, path: str = "/cases/often") -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def part(text: str, id: str) -> str:
    found = re.search(rf'<section id="{id}".*?</section>', text, re.DOTALL)
    assert found
    return found[0]


@pytest.fixture(scope="module")
def person(server: Server) -> str:
    """Somebody M12 met three times."""
    crew = Person(server, "p-lowe")
    known = ""
    for _ in range(3):
        scene = Scene(server, crew, "m12", "with_person")
        if known:
            scene.must("IdentifyPerson", person=known, episode=scene.episode, basis="known_to_staff")
        else:
            asked = {"episode": scene.episode, "basis": "said_so", "texts": {"name": NAME}}
            known = str(scene.must("RecordPerson", **asked)["ids"]["person"])
        scene.finish("referred")
    return known


def test_01_counts_are_shown_and_no_name(server: Server, person: str) -> None:
    told = page(Person(server, "m-lindqvist"))
    assert f"often-person-{person}" in part(told, "waiting")
    assert ("3 contacts in 30 days (from 3 on)" in told, NAME in told) == (True, False)
    assert Person(server, "l-moreau").get("/cases/often").status_code == 403


def test_02_a_human_decides_and_it_waits_no_more(server: Server, person: str) -> None:
    lead = Person(server, "m-lindqvist")
    assert lead.ask("ReviewOften", whom="person", key=person, decision="leave")[0] == 200
    told = page(lead)
    assert [f"often-person-{person}" in part(told, one) for one in ("waiting", "decided")] == [False, True]
    assert "Left as it is · M. Lindqvist" in told


def test_03_a_supervisor_opens_a_case_at_their_desk_and_the_worker_accepts(server: Server, person: str) -> None:
    lead, manager = Person(server, "m-lindqvist"), Person(server, "l-moreau")
    asked = {"person": person, "case_kind": "case_management", "because": "repeat_contacts", "worker": "l-moreau"}
    status, answer = lead.ask("OpenCase", **asked, position="supervisor-1")
    assert status == 200, answer
    case = answer["ids"]["case"]
    assert "a case is open" in page(lead)
    assert manager.ask("AcceptCases", cases=[case])[0] == 200
    assert NAME in page(manager, f"/cases/{case}")
    assert manager.ask("CloseCase", case=case, reason="connected")[0] == 200
