"""One person, met twice, has two records: a comparison suggests it, the privacy officer says so, and takes it back to the byte."""

import csv
import io
import re
from html import unescape
from typing import Any

import pytest

from alongside.core.linkage.state import suggestion_id
from tests.server.backup.place import Place
from tests.server.running import Person, Server, until
from tests.server.scenes import Scene

FIRST = {"name": "Ottoline Marchbanks-Reyes", "birth_date": "1991-06-17", "phone": "801 555 0142", "address": "77 E Invented Row, 84111"}
AGAIN = {"name": "Otoline Marchbanks Reyes", "birth_date": "6/17/1991", "address": "77 Invented Row 84111"}
OTHER = {"name": "Bartholomew Quince", "birth_date": "1962-01-30"}
LIKE_A_TIME = "a0b142013355160422811903"  # an id is 24 hex digits; one in ninety has thirteen figures in a row by chance
PASSWORD = "a quiet street in october"
PLAN = "canary-5511 sits by the river first"


def part(person: Person, path: str) -> str:
    """The living part of a page; days to choose from, which are counted from now to the millisecond, are left out. No id is touched."""
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, (path, found.status_code)
    return re.sub(r'<option value="\d{13}"', '<option value="a time"', unescape(found.text))


class Met:
    """One call, where the crew's clinician writes down who it is."""

    def __init__(self, server: Server, clinician: Person, unit: str, said: dict[str, str], **own: str) -> None:
        self.scene = Scene(server, clinician, unit, upto="with_person")
        told = self.scene.must("RecordPerson", episode=self.scene.episode, basis="said_so", band="adult", texts=said, **own)
        self.person = str(told["ids"]["person"])


@pytest.fixture(scope="module")
def officer(server: Server) -> Person:
    return Person(server, "s-petrov")


@pytest.fixture(scope="module")
def clinician(server: Server) -> Person:
    """Aboard C204, whose crew is with the person the second time."""
    return Person(server, "b-ferreira")


@pytest.fixture(scope="module")
def twice(server: Server, clinician: Person) -> tuple[Met, Met]:
    """The first night is over; the second is now, and somebody else was met between."""
    first = Met(server, Person(server, "p-lowe"), "m12", FIRST, person=LIKE_A_TIME)
    first.scene.must("WriteItems", person=first.person, source="person", texts={"crisis_plan": PLAN})
    first.scene.finish()
    Met(server, clinician, "c204", OTHER).scene.finish()
    return first, Met(server, clinician, "c204", AGAIN)


@pytest.fixture(scope="module")
def pair(twice: tuple[Met, Met]) -> str:
    return suggestion_id(twice[0].person, twice[1].person)


def must(person: Person, kind: str, **body: Any) -> dict[str, Any]:
    status, answer = person.ask(kind, **body)
    assert status == 200, (kind, answer)
    return answer


def test_01_nobody_else_learns_that_there_is_such_a_page(server: Server, pair: str) -> None:
    for staff in ("p-lowe", "m-lindqvist", "r-okafor", "n-castellanos", "d-whitehorse"):
        somebody = Person(server, staff)
        assert {somebody.get(path).status_code for path in ("/same-person/", f"/same-person/{pair}")} == {403}, staff
        assert somebody.ask("BeginComparison")[1]["code"] == "not_allowed"
    assert Person(server).get("/same-person/").headers["location"].startswith("/sign-in")


def test_02_the_officer_has_all_records_compared_and_reads_why_two_may_be_one(officer: Person, pair: str) -> None:
    assert officer.get(f"/same-person/{pair}").status_code == 404
    begun = must(officer, "BeginComparison")
    assert officer.ask("BeginComparison")[1]["code"] == "comparison_running"
    assert "data-running" in part(officer, "/same-person/")
    assert until(lambda: "data-running" not in part(officer, "/same-person/"), 40)
    page = part(officer, "/same-person/")
    assert "All records were compared." in page
    assert f'href="/same-person/{pair}"' in page
    assert [word for said in (FIRST, AGAIN, OTHER) for word in said.values() if word in page] == []
    assert officer.ask("CancelComparison", comparison=begun["ids"]["comparison"])[1]["code"] == "comparison_over"


def test_03_two_records_side_by_side_with_what_speaks_for_one_person(officer: Person, twice: tuple[Met, Met], pair: str) -> None:
    page = part(officer, f"/same-person/{pair}")
    said = [*FIRST.values(), *AGAIN.values(), "17 Jun 1991"]  # a day as people read it; what is no day of the calendar's as it was said
    assert [word for word in said if word not in page] == [FIRST["birth_date"]]
    assert PLAN not in page
    assert [one.scene.number() for one in twice if str(one.scene.number()) not in page] == []
    told = re.findall(r'<th scope="row">([^<]+)</th><td>([^<]+)</td><td class="number">([+−]?\d+)</td>', page)
    assert ("Date of birth", "the same") in [one[:2] for one in told]
    total = int(re.search(r'<tr class="sum">.*?<td class="number">(-?\d+)</td>', page, re.S)[1])  # type: ignore[index]
    assert sum(int(bits.replace("−", "-")) for field, _how, bits in told if field != "Together") == total > 15
    assert officer.get("/same-person/none").status_code == 404


def test_04_each_piece_that_was_compared_stands_in_the_accounting(officer: Person, twice: tuple[Met, Met]) -> None:
    told = csv.DictReader(io.StringIO(officer.get(f"/rights/{twice[0].person}/accounting.csv").text))
    by_program = [row for row in told if row["kind"] == "Read" and row["basis"] == "running the service"]
    assert {row["purpose"] for row in by_program} == {"running the service"}
    assert sorted({row["who"].partition(", ")[2] for row in by_program}) == ["Machine", "Privacy officer"]
    assert int(next(row["pieces"] for row in by_program if row["who"].endswith("Machine"))) == len(FIRST)


def test_05_linked_whoever_has_to_do_with_one_reads_the_other_and_unlinked_everything_is_as_before(
    officer: Person, clinician: Person, twice: tuple[Met, Met], pair: str
) -> None:
    first, again = twice
    pages = {(officer, f"/same-person/{pair}"), (officer, "/same-person/"), (clinician, f"/person/{again.person}")}
    before = {(who.staff, path): part(who, path) for who, path in pages}
    assert clinician.get(f"/person/{first.person}").status_code == 404  # another crew was there
    linked = must(officer, "LinkRecords", suggestion=pair)
    assert linked["undo"]["kind"] == "UnlinkRecords"
    assert PLAN in part(clinician, f"/person/{first.person}")
    assert f'href="/person/{first.person}"' in part(clinician, f"/person/{again.person}")
    assert clinician.ask("WriteItems", person=first.person, source="person", texts={"triggers": "noise"})[1]["code"] == "not_yours"
    assert "Unlink" in part(officer, f"/same-person/{pair}")
    assert f'href="/same-person/{pair}"' in part(officer, "/same-person/?show=linked")
    assert officer.ask("UnlinkRecords", suggestion=pair)[0] != 200
    must(officer, "UnlinkRecords", suggestion=pair, reason="not_certain")
    assert clinician.get(f"/person/{first.person}").status_code == 404
    assert {(who.staff, path): part(who, path) for who, path in pages} == before


def test_06_two_people_are_not_shown_together_any_more_until_that_is_taken_back(officer: Person, pair: str) -> None:
    assert must(officer, "JudgeSuggestion", suggestion=pair, judgment="apart")["undo"]["judgment"] == "open"
    page = part(officer, f"/same-person/{pair}")
    assert [word for word in (*FIRST.values(), *AGAIN.values()) if word in page] == []
    assert f'href="/same-person/{pair}"' in part(officer, "/same-person/?show=apart")
    must(officer, "JudgeSuggestion", suggestion=pair, judgment="open")
    assert FIRST["name"] in part(officer, f"/same-person/{pair}")


def test_07_in_spanish(server: Server, pair: str) -> None:
    page = part(Person(server, "s-petrov", "es"), f"/same-person/{pair}")
    assert "¿Una persona o dos?" in page
    assert "muy probablemente una persona" in page
    assert "Fecha de nacimiento" in page


def test_08_nothing_of_it_is_asked_by_anybody_but_the_server(officer: Person, twice: tuple[Met, Met]) -> None:
    for kind in ("SuggestRecords", "EndComparison"):
        assert officer.ask(kind, comparison="x")[1]["code"] == "unknown_kind"
    twice[1].scene.finish()


def test_09_from_the_command_line_by_a_privacy_officer_who_shows_who_they_are(server: Server, officer: Person) -> None:
    place = Place(server.data, server.database)
    place.must("staff", "add", "q-linnell", "--name", "Q. Linnell", "--role", "privacy_officer", said=PASSWORD + "\n")
    place.must("staff", "add", "q-marsh", "--name", "Q. Marsh", "--role", "supervisor", said=PASSWORD + "\n")
    try:
        for by, said, code, told in (
            ("q-linnell", "not the password", 1, "do not belong together"),
            ("q-marsh", PASSWORD, 1, "not"),
            ("q-linnell", PASSWORD, 0, "All records were compared."),
        ):
            done = place.run("linkage", "compare", "--by", by, said=said + "\n")
            assert (done.returncode, told in done.stdout + done.stderr) == (code, True), done
        assert "wait to be judged" in place.must("linkage", "status")
        assert "Q. Linnell" in part(officer, "/same-person/")
    finally:
        for id in ("q-linnell", "q-marsh"):
            place.must("staff", "disable", id)
