"""What an intern wrote waits on a page of its own until the clinician who supervises them has read and signed it."""

import re
from collections.abc import Iterator

import pytest

from tests.server.running import Person, Server, running
from tests.server.scenes import Scene

NOTE = "Slept four hours, hears her late brother, wants to stay at home"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo whose roster has an intern, J. Winter, who works under P. Lowe."""
    with running(tmp_path_factory.mktemp("training"), "--quiet") as found:
        yield found


@pytest.fixture(scope="module")
def written(own: Server) -> tuple[str, str]:
    """A person with a record, and the id of the intern's note in it."""
    supervisor = Person(own, "p-lowe")
    scene = Scene(own, supervisor, "m12", "with_person")
    person = f"w-{scene.episode}"[:40]
    scene.must("RecordPerson", person=person, episode=scene.episode, basis="said_so", texts={"name": "Vera Lindqvist-Osei"})
    scene.must("BeginTreatment", person=person)
    intern = Person(own, "j-winter")
    told = scene.must("WriteItems", by=intern, person=person, source="own_observation", texts={"clinical_note": NOTE})
    assert [fact["kind"] for fact in told["facts"]] == ["ItemWritten", "SignatureOwed"]
    found = re.search(r'name="item" value="([^"]+)"', supervisor.get("/to-sign/").text)
    assert found
    return person, found[1]


def test_01_the_supervisor_reads_it_and_nobody_else_is_asked(own: Server, written: tuple[str, str]) -> None:
    page = Person(own, "p-lowe").get("/to-sign/").text
    assert NOTE in page
    assert "J. Winter" in page
    assert "I have read this and sign it" in page
    other = Person(own, "c-novak").get("/to-sign/").text
    assert NOTE not in other
    assert "Nothing waits for a signature" in other
    for staff in ("v-ilves", "n-castellanos", "r-okafor"):
        assert Person(own, staff).get("/to-sign/").status_code == 403


def test_02_the_intern_sees_what_waits_and_who_signs_and_cannot_sign(own: Server, written: tuple[str, str]) -> None:
    person, item = written
    intern = Person(own, "j-winter", language="es")
    page = intern.get("/to-sign/").text
    assert "sin firmar" in page
    assert "Sus palabras están ahora con P. Lowe" in page
    assert "Slept four hours" not in page
    assert '<button class="main" name="item"' not in page
    assert intern.form("/to-sign/", person=person, item=item).status_code == 409
    assert intern.ask("SignItem", person=person, item=item, supervisor="j-winter")[0] == 403


def test_03_nobody_says_of_themselves_that_they_supervise(own: Server, written: tuple[str, str]) -> None:
    person, item = written
    status, answer = Person(own, "c-novak").ask("SignItem", person=person, item=item, supervisor="c-novak")
    assert (status, answer["code"]) == (409, "not_their_supervisor")


def test_04_signed_once_it_waits_no_more(own: Server, written: tuple[str, str]) -> None:
    person, item = written
    supervisor = Person(own, "p-lowe")
    assert supervisor.form("/to-sign/", person=person, item=item).headers["location"] == "/to-sign/"
    assert "Nothing waits for a signature" in supervisor.get("/to-sign/").text
    again = supervisor.form("/to-sign/", person=person, item=item)
    assert (again.status_code, "signed already" in again.text) == (409, True)
