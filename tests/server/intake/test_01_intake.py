"""Intake: places never block, triage asks without recording, drafts survive, an announced call begins filled in."""

import json
import re
from html import unescape
from typing import Any

from tests.server.running import Person


def settings(person: Person, path: str) -> dict[str, Any]:
    page = person.get(path).text
    found = re.search(r'<script id="settings" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found, page[:300]
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_01_a_grid_address_is_found_and_nonsense_blocks_nothing(call_taker: Person) -> None:
    found = call_taker.post("/intake/place", {"words": "900 W 400 S"}).json()
    assert found["candidates"][0]["how"] == "grid"
    assert call_taker.post("/intake/place", {"words": "zzzz qqqq"}).json() == {"candidates": [], "sentence": ""}


def test_02_a_pin_on_another_continent_is_one_sentence(call_taker: Person) -> None:
    found = call_taker.post("/intake/place", {"words": "48.85, 2.35"}).json()
    assert found["candidates"] == []
    assert "outside" in found["sentence"]


def test_03_triage_names_rule_requirement_and_what_would_change_it(call_taker: Person) -> None:
    answers = {"life_threat": "none", "concern": "distress", "weapon": "none", "conduct": "attacking"}
    told = call_taker.post("/intake/triage", {"protocol": "alongside-default", "answers": answers}).json()
    assert told["level"] == 4
    assert told["rule"]
    assert told["hard_stop"] is True
    assert {one["because"] for one in told["requirements"]} == {"Hurting someone now"}
    assert told["changes"]
    assert all(one["level"] != 4 for one in told["changes"])


def test_04_an_unanswered_call_is_not_assessed_and_asks_the_critical_first(call_taker: Person) -> None:
    told = call_taker.post("/intake/triage", {"protocol": "alongside-default", "answers": {}}).json()
    assert told["level"] is None
    assert told["next"] == "life_threat"
    assert "life_threat" in told["missing"]


def test_05_an_answer_the_protocol_does_not_know_is_refused(call_taker: Person) -> None:
    told = call_taker.post("/intake/triage", {"protocol": "alongside-default", "answers": {"weapon": "cannon"}})
    assert told.status_code == 422


def test_06_triage_records_nothing(call_taker: Person) -> None:
    before = call_taker.board()["position"]
    call_taker.post("/intake/triage", {"protocol": "alongside-default", "answers": {"life_threat": "none"}})
    assert call_taker.board()["position"] == before


def test_07_a_draft_survives_a_closed_tab_and_belongs_to_one_person(call_taker: Person, dispatcher: Person) -> None:
    assert call_taker.post("/intake/draft", {"call": {"words": {"place": "by the old mill"}}}).json() == {"kept": True}
    assert json.loads(settings(call_taker, "/intake/new")["draft"])["words"]["place"] == "by the old mill"
    assert settings(dispatcher, "/intake/new")["draft"] is None
    call_taker.post("/intake/draft", {})
    assert settings(call_taker, "/intake/new")["draft"] is None


def test_08_a_call_that_goes_on_brings_its_words_and_answers(call_taker: Person) -> None:
    incident = call_taker.take_call(texts={"place": "Fairpark, blue house", "cad_number": "CAD-77"})
    call_taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers={"life_threat": "none"})
    call = settings(call_taker, f"/intake/{incident}")["call"]
    assert call["words"] == {"place": "Fairpark, blue house", "cad_number": "CAD-77"}
    assert call["answers"] == {"life_threat": "none"}


def test_09_a_telephone_system_announces_codes_only(call_taker: Person) -> None:
    call = settings(call_taker, "/intake/new?origin=call_988&language=es&call_back=8015550100")["call"]
    assert (call["origin"], call["language"], call["words"]) == ("call_988", "es", {})


def test_10_the_same_cad_number_is_noticed(call_taker: Person) -> None:
    first = call_taker.take_call(texts={"cad_number": "P24-000912"})
    told = call_taker.post("/intake/triage", {"protocol": "alongside-default", "answers": {}, "cad_number": "p24 000912"}).json()
    assert [one["id"] for one in told["same"]] == [first]
    assert "the same CAD number" in told["same"][0]["reasons"]


def test_11_the_scripts_are_there_in_english_and_spanish(call_taker: Person) -> None:
    questions = settings(call_taker, "/intake/new")["protocol"]["questions"]
    assert questions
    assert all({"en", "es"} <= set(one["say"]) for one in questions)


def test_12_an_incident_nobody_took_is_not_found(call_taker: Person) -> None:
    assert call_taker.get("/intake/unknown").status_code == 404


def test_13_a_nurse_takes_no_calls(call_taker: Person) -> None:
    assert Person(call_taker.server, "n-castellanos").get("/intake/new").status_code == 403


def test_14_answers_are_words_not_markup(call_taker: Person) -> None:
    incident = call_taker.take_call(texts={"place": "<script>alert(1)</script>"})
    page = call_taker.get(f"/intake/{incident}").text
    assert "<script>alert(1)" not in page
    assert "alert(1)" in unescape(page)
