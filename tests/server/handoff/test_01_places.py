"""A place sees who is bound for it and who is there, and no other place; agreeing moves nothing; emergency departments only advise."""

import re
from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

PLACE = "/places/wasatch-receiving"


@pytest.fixture(scope="module")
def nurse(server: Server) -> Person:
    """N. Castellanos at the receiving center."""
    found = Person(server, "n-castellanos")
    assert found.ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=12)[0] == 200
    return found


@pytest.fixture(scope="module")
def crew(server: Server) -> Person:
    return Person(server, "b-ferreira")


def page(person: Person, path: str = PLACE) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def article(text: str, id: str) -> str:
    found = re.search(rf'<article [^>]*id="{id}".*?</article>', text, re.DOTALL)
    return found[0] if found else ""


def test_01_a_place_is_confined_to_itself(nurse: Person) -> None:
    assert nurse.get("/places/").headers["location"] == PLACE
    assert nurse.get("/places/granite-receiving").status_code == 404
    assert nurse.get("/places/no-such-place").status_code == 404


def test_02_a_supervisor_sees_all_places(server: Server, nurse: Person) -> None:
    text = page(Person(server, "m-lindqvist"), "/places/")
    assert "Wasatch Receiving Center" in text
    assert "Granite Receiving Center" in text
    assert "never said" in text


def test_03_coming_is_shown_without_name_or_words_and_agreeing_moves_nothing(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person", language="es")
    asked = scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")["ids"]["reservation"]
    card = article(page(nurse), f"coming-{asked}")
    assert "Spanish" in card
    assert "with C204" in card
    assert "Agree to receive" in card
    assert "blue gate" not in card
    assert "Paces" not in card
    assert nurse.ask("AgreeToReceive", reservation=asked)[0] == 200
    assert "You agreed" in article(page(nurse), f"coming-{asked}")
    responsible = scene.dispatcher.board()["incidents"][scene.incident]["responsible"][0]
    assert responsible["id"] == "c204"
    scene.must("TakeBackReservation", reservation=asked)
    scene.finish()


def test_04_red_flags_nobody_asked_about_are_said_to_be_unasked(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person")
    asked = scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")["ids"]["reservation"]
    assert "red flags: not asked" in article(page(nurse), f"coming-{asked}")
    scene.must("ReportRedFlag", incident=scene.incident, flag="ingestion", state="unknown", when="on_scene")
    assert "Took something: unknown" in article(page(nurse), f"coming-{asked}")
    assert nurse.ask("DeclineToReceive", reservation=asked, reason="medical_first")[0] == 200
    assert article(page(nurse), f"coming-{asked}") == ""
    scene.finish()


def test_05_handed_over_is_here_until_released_and_stays_theirs(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person").hand_over()
    assert "Release to" in article(page(nurse), f"here-{scene.episode}")
    assert nurse.ask("ReleasePerson", episode=scene.episode, to="home")[0] == 200
    card = article(page(nurse), f"here-{scene.episode}")
    assert "Released: Home" in card
    assert "until the follow-up desk takes over" in card


def test_06_capacity_says_as_of_when(nurse: Person) -> None:
    assert nurse.ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=5)[0] == 200
    text = page(nurse)
    assert re.search(r"<strong>5</strong>", text)
    assert "as of" in text
    assert '"free":4' in text
    assert '"free":6' in text
    assert nurse.ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=99)[0] == 409


def test_07_an_emergency_department_may_only_advise(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person")
    lead = Person(server, "m-lindqvist")
    asked = scene.must("ReservePlace", episode=scene.episode, facility="foothill-hospital", service="ed")["ids"]["reservation"]
    text = page(lead, "/places/foothill-hospital")
    assert "Advise another place, because" in text
    assert "Decline, because" not in text
    assert lead.ask("DeclineToReceive", reservation=asked, reason="staffing")[0] == 200
    assert "You advised another place: Not enough staff" in page(lead, "/places/foothill-hospital")
    scene.must("TakeBackReservation", reservation=asked)
    scene.finish()


def test_08_a_supervisor_writes_down_what_a_place_said_on_the_phone_and_is_asked_who_it_was(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "c204", "with_person")
    lead = Person(server, "m-lindqvist")
    asked = scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")["ids"]["reservation"]
    card = article(page(lead, "/places/wasatch-receiving"), f"coming-{asked}")
    assert "They agreed by phone" in card
    assert "Agree to receive" not in card
    assert lead.ask("AgreeToReceive", reservation=asked)[1]["code"] == "phone_who_missing"
    assert lead.ask("AgreeToReceive", reservation=asked, read_back=False)[0] == 200
    assert "not read back yet" in article(page(lead, "/places/wasatch-receiving"), f"coming-{asked}")
    who = {"said_by": "N. Alder", "said_role": "charge nurse", "said_number": "801 555 0110"}
    assert lead.ask("AgreeToReceive", reservation=asked, texts=who)[0] == 200
    assert "You agreed" in article(page(lead, "/places/wasatch-receiving"), f"coming-{asked}")
    scene.must("TakeBackReservation", reservation=asked)
    scene.finish()
