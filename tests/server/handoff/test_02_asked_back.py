"""A place asks before it answers; the person's wish orders the list; after a no the next place is there at once."""

import re
from html import unescape

import pytest

from tests.server.running import Person, Server
from tests.server.scenes import Scene

WASATCH = {"facility": "wasatch-receiving", "service": "chair_23h"}


@pytest.fixture(scope="module")
def nurse(server: Server) -> Person:
    found = Person(server, "n-castellanos")
    assert found.ask("SetCapacity", **WASATCH, free=9)[0] == 200
    return found


@pytest.fixture(scope="module")
def crew(server: Server) -> Person:
    return Person(server, "p-lowe")


def page(person: Person, path: str) -> str:
    found = person.client.get(path, headers={"X-Part": "1"})
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def places(text: str) -> list[str]:
    return re.findall(r"<li>\s*<div><strong>([^<]+)</strong>", text)


def test_01_a_place_asks_back_and_reads_the_answer_before_it_knows_who_it_is(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    asked = scene.must("ReservePlace", episode=scene.episode, **WASATCH)["ids"]["reservation"]
    question = {"place_question": "Anything beside lithium today?"}
    assert nurse.ask("AskBack", reservation=asked, question="medication", texts=question)[0] == 200
    text = page(crew, "/field/")
    assert "They ask: Medication" in text
    assert "Anything beside lithium today?" in text
    assert scene.crew.ask("AnswerBack", reservation=asked)[1]["code"] == "answer_missing"
    scene.must("AnswerBack", reservation=asked, texts={"place_answer": "Nothing since the morning"})
    text = page(nurse, "/places/wasatch-receiving")
    assert "Nothing since the morning" in text
    assert "Paces in the yard" not in text
    assert nurse.ask("DeclineToReceive", reservation=asked, reason="acuity")[0] == 200
    assert "Nothing since the morning" not in page(nurse, "/places/wasatch-receiving"), "it is not their business any more"
    text = page(crew, "/field/")
    assert "said no" in text
    assert places(text)
    assert not any(label.startswith("Wasatch") for label in places(text)), "the next place is there at once"
    scene.finish()


def test_02_nobody_else_asks_for_a_place_or_reads_what_it_was_told(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    asked = scene.must("ReservePlace", episode=scene.episode, **WASATCH)["ids"]["reservation"]
    other = Person(server, "b-ferreira")
    assert other.ask("AskBack", reservation=asked, question="medication")[0] != 200
    assert other.ask("AnswerBack", reservation=asked, texts={"place_answer": "no"})[0] != 200
    assert nurse.ask("AskBack", reservation=asked, question="shoe_size")[1]["code"] == "ask_back_unknown"
    scene.must("TakeBackReservation", reservation=asked)  # by who asked: a place says no, and why
    assert nurse.ask("AskBack", reservation=asked, question="medication")[0] != 200
    scene.finish()


def test_03_what_the_person_wants_orders_the_list_and_stands_for_the_place(server: Server, nurse: Person, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    wish = {"wants": ["granite-receiving"], "avoids": ["liberty-sobering"], "home": "here", "way_home": "bus"}
    scene.must("RecordWish", episode=scene.episode, **wish)
    text = page(crew, "/field/")
    assert places(text)[0].startswith("Granite")
    assert "the person asks for it" in text
    assert "By bus: a ticket is needed" in text
    assert re.search(r"\d+ % say yes", text)
    asked = scene.must("ReservePlace", episode=scene.episode, **WASATCH)["ids"]["reservation"]
    assert "By bus: a ticket is needed" in page(nurse, "/places/wasatch-receiving")
    scene.must("TakeBackReservation", reservation=asked)
    scene.finish()


def test_04_the_desk_sees_the_same_chances(server: Server, crew: Person) -> None:
    scene = Scene(server, crew, "m12", "with_person")
    text = unescape(scene.dispatcher.get(f"/dispatch/incident/{scene.incident}").text)
    assert "say yes" in text
    assert "takes everybody who comes" in text
    scene.finish()


def test_05_the_page_of_answers_is_for_whoever_answers_for_the_program(server: Server, nurse: Person, crew: Person) -> None:
    lead = Person(server, "m-lindqvist")
    text = unescape(lead.get("/measures/places?period=all").text)
    assert "Did the chances come true?" in text
    assert "Wasatch Receiving Center" in text
    assert "Too many people in crisis here now" in text
    assert nurse.get("/measures/places").status_code == 403
    evaluator = unescape(Person(server, "d-whitehorse").get("/measures/places?period=all").text)
    assert "Too many people in crisis here now" not in evaluator, "so few could be told apart"
    assert "Se cumplieron" in Person(server, "m-lindqvist", "es").get("/measures/places?period=all").text


def test_06_a_number_can_be_set_outright(nurse: Person) -> None:
    text = page(nurse, "/places/wasatch-receiving")
    assert "Set the number" in text
    assert text.count('"service":"chair_23h","free":') >= 25
