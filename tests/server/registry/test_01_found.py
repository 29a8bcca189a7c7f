"""A family enrolls a grandfather; he is missing; the call-taker finds him by what is said, the crew sees where to look."""

from typing import Any

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

TOLD = {
    "name": "Iosefa Tavake-Lund",
    "birth_date": "1951-02-11",
    "seen_as": "man",
    "appearance": "Tall, gray beard, always a red baseball cap and a wooden cane",
    "spoken_language": "Samoan",
    "address": "1300 S 900 W",
    "likely_places": "Duck pond at the canal\n600 E 900 S",
    "carer": "Sina, his daughter, 801 555 0163",
    "calming": "Talk about rugby, slowly; do not take his cane",
    "device_number": "218.100 MHz, 77-41",
}
OTHER = {"name": "Maribel Osterhout", "birth_date": "1988-07-30", "seen_as": "woman", "appearance": "Short, blue glasses",
         "carer": "801 555 0164"}  # fmt: skip
SAID = "man, seventies, red cap, no coat, near the canal"
MISSING = {
    "life_threat": "unknown", "concern": "missing", "weapon": "none", "conduct": "calm", "setting": "unknown", "suicide": "no",
    "age": "older", "missing_danger": "yes", "dementia": "yes",
}  # fmt: skip


@pytest.fixture(scope="module")
def keeper(server: Server) -> Person:
    return Person(server, "l-moreau")


@pytest.fixture(scope="module")
def enrolled(keeper: Person) -> str:
    status, answer = keeper.ask("EnrollPerson", agreed_by="guardian", drawn_to=["water", "traffic"], carries="radio", texts=TOLD)
    assert status == 200, answer
    assert keeper.ask("EnrollPerson", agreed_by="guardian", texts=OTHER)[0] == 200
    return str(answer["ids"]["person"])


@pytest.fixture(scope="module")
def missing(call_taker: Person, enrolled: str) -> str:
    incident = call_taker.take_call(texts={"place": "his house, 1300 South"})
    assert call_taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers=MISSING)[0] == 200
    return incident


def look_up(person: Person, incident: str, said: str, **more: Any) -> str:
    status, answer = person.ask("SearchRegistry", incident=incident, why="missing", texts={"sought": said}, **more)
    assert status == 200, answer
    return person.get(f"/search/{incident}").text


def test_01_whoever_keeps_it_sees_whom_their_organization_enrolled(keeper: Person, enrolled: str, server: Server) -> None:
    page = keeper.get("/registry/").text
    assert TOLD["name"] in page
    assert "11 Feb 1951" in page
    assert TOLD["birth_date"] not in page
    assert "traffic and roads, water" in page
    assert TOLD["name"] not in Person(server, "m-lindqvist").get("/registry/").text
    assert Person(server, "j-diaz").get("/registry/").status_code == 403


def test_02_without_a_search_a_call_taker_sees_nothing(call_taker: Person, missing: str, enrolled: str) -> None:
    page = call_taker.get(f"/search/{missing}").text
    assert "water first" in page
    assert "Nobody has looked in the registry" in page
    assert call_taker.get(f"/person/{enrolled}").status_code == 404


def test_03_he_is_found_by_what_is_said_with_the_reasons(call_taker: Person, missing: str, enrolled: str) -> None:
    page = look_up(call_taker, missing, SAID)
    for told in ("name", "appearance", "carer", "calming", "device_number"):
        assert TOLD[told] in page, told
    for why in ("that age", "seen so", "looks like that", "goes there", "drawn to such places"):
        assert why in page, why
    assert "11 Feb 1951" in page
    assert OTHER["name"] not in page
    assert page.index("Duck pond") < page.index("600 E 900 S"), "water first"
    assert "min on foot" in page


def test_04_another_description_brings_up_another_and_him_no_longer(call_taker: Person, missing: str, enrolled: str) -> None:
    page = look_up(call_taker, missing, "una mujer de treinta y tantos, lentes azules; glasses blue")
    assert OTHER["name"] in page
    assert TOLD["name"] not in page
    assert "Nobody in the registry fits" in look_up(call_taker, missing, "girl, five years old")


def test_05_nobody_says_themselves_whom_a_search_brought_up(call_taker: Person, missing: str, enrolled: str) -> None:
    page = look_up(call_taker, missing, "girl, five years old", found=[[enrolled, ["age_near"]]])
    assert TOLD["name"] not in page
    look_up(call_taker, missing, SAID)


def test_06_a_crew_sees_it_once_sent_and_an_officer_elsewhere_never(server: Server, dispatcher: Person, missing: str) -> None:
    crew = Person(server, "p-lowe")
    Scene(server, crew, "m12", "with_person").finish()  # whatever another story left to this crew is over
    assert crew.get(f"/search/{missing}").status_code == 404
    status, answer = dispatcher.ask("AssignUnit", incident=missing, unit="m12")
    assert status == 200, answer
    assert TOLD["carer"] in crew.get(f"/search/{missing}").text
    assert "Search, and look in the registry" in crew.get("/field/").text
    assert Person(server, "a-kowalski").get(f"/search/{missing}").status_code == 404
    assert dispatcher.ask("WithdrawAssignment", assignment=answer["ids"]["assignment"])[0] == 200


def test_07_once_it_is_said_who_it_is_only_he_is_shown_until_taken_back(call_taker: Person, missing: str, enrolled: str) -> None:
    assert call_taker.ask("MatchSearch", incident=missing, person=enrolled)[0] == 200
    page = call_taker.get(f"/search/{missing}").text
    assert "It is somebody else after all" in page
    assert call_taker.ask("UndoMatch", incident=missing)[0] == 200
    assert "This is who is missing" in call_taker.get(f"/search/{missing}").text


def test_08_when_the_call_is_over_it_is_shown_to_nobody(call_taker: Person, missing: str) -> None:
    assert call_taker.ask("CancelIncident", incident=missing, reason="duplicate", signed_by="m-lindqvist")[0] == 200
    assert TOLD["name"] not in call_taker.get(f"/search/{missing}").text


def test_09_taken_out_at_once_when_the_family_asks(keeper: Person, call_taker: Person, enrolled: str) -> None:
    assert keeper.ask("EndEnrollment", person=enrolled, reason="family_asked")[0] == 200
    assert TOLD["name"] not in keeper.get("/registry/").text
    again = call_taker.take_call(texts={"place": "the canal path"})
    assert TOLD["name"] not in look_up(call_taker, again, SAID)
    assert call_taker.ask("CancelIncident", incident=again, reason="duplicate")[0] == 200
