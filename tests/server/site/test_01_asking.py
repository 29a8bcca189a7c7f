"""Asking: what is granted, what is refused and why, and what cannot even be read."""

from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex

from tests.server.running import Person, Server


def test_01_a_call_is_taken_and_somebody_is_responsible_at_once(call_taker: Person) -> None:
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"place": "behind the library", "summary": "pacing"})
    assert (status, answer["granted"], answer["quarantined"]) == (200, True, False)
    row = call_taker.board()["incidents"][answer["ids"]["incident"]]
    assert [one["label"] for one in row["responsible"]] == ["Call-taker 1 (J. Diaz)"]
    assert answer["sentence"] == f"Call {row['number']} taken: 911 call. Responsible: Call-taker 1 (J. Diaz)."


def test_02_two_dispatchers_take_one_unit_and_the_other_reads_why(server: Server, call_taker: Person, dispatcher: Person) -> None:
    supervisor = Person(server, "m-lindqvist")
    first, second = call_taker.take_call(), call_taker.take_call()
    with ThreadPoolExecutor() as pool:
        sent = [pool.submit(one.ask, "AssignUnit", incident=id, unit="c204") for one, id in ((dispatcher, first), (supervisor, second))]
        (won, granted), (lost, refused) = sorted((one.result() for one in sent), key=lambda answer: answer[0])
    assert (won, lost, refused["code"]) == (200, 409, "unit_taken")
    assert refused["sentence"].startswith("C204 is on ")
    assert granted["undo"] == {"kind": "WithdrawAssignment", "assignment": granted["ids"]["assignment"]}
    undone, _ = dispatcher.ask(**granted["undo"])
    assert undone == 200


def test_03_the_same_id_twice_is_one_request(call_taker: Person, dispatcher: Person) -> None:
    incident, id = call_taker.take_call(texts={"summary": "crying"}), token_hex(12)
    first = dispatcher.ask("AssignUnit", id=id, incident=incident, unit="m14")
    dispatcher.post("/avl", {"unit": "m14", "spot": [40.7, -111.9]})  # what the server fills in may differ the second time
    assert dispatcher.ask("AssignUnit", id=id, incident=incident, unit="m14") == first
    status, other = dispatcher.ask("AssignUnit", id=id, incident=incident, unit="m16")
    assert (status, other["code"]) == (422, "request_reused")


def test_04_words_said_twice_are_the_same_words(call_taker: Person) -> None:
    body = {"id": token_hex(12), "origin": "call_911", "texts": {"summary": "son, 24, pacing"}}
    assert call_taker.ask("TakeCall", **body) == call_taker.ask("TakeCall", **body)
    status, answer = call_taker.ask("TakeCall", **{**body, "texts": {"summary": "something else"}})
    assert (status, answer["code"]) == (422, "request_reused")


def test_05_each_mistake_is_one_sentence_naming_the_field(call_taker: Person) -> None:
    for kind, body, field in (
        ("TakeCall", {}, "origin"),
        ("TakeCall", {"origin": "telepathy"}, "origin"),
        ("TakeCall", {"origin": "call_911", "colour": "blue"}, "colour"),
        ("TakeCall", {"origin": "call_911", "spot": [400, 500]}, "spot"),
        ("TakeCall", {"origin": "call_911", "spot": [51.5, -0.1]}, "spot"),
        ("TakeCall", {"origin": "call_911", "first_ring_at": 9_999_999_999_999}, "first_ring_at"),
        ("TakeCall", {"origin": "call_911", "first_ring_at": 1}, "first_ring_at"),
        ("TakeCall", {"origin": "call_911", "by": ["root", "system"]}, "by"),
        ("TakeCall", {"origin": "call_911", "incident": "<b>"}, "incident"),
        ("SetLevel", {"incident": "x", "level": "high", "reason": "r"}, "level"),
        ("SetLevel", {"incident": "x", "level": 9, "reason": "r"}, "level"),
    ):
        status, answer = call_taker.ask(kind, **body)
        assert status == 422, (kind, body, answer)
        assert f"“{field}”" in answer["sentence"]


def test_06_a_megabyte_is_refused_with_a_sentence(call_taker: Person) -> None:
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"summary": "a" * 300_000})
    assert (status, answer["parameters"]["field"]) == (413, "summary")
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"summary": "a" * 1_200_000})
    assert (status, answer["code"]) == (413, "too_large")
    assert "Shorten it" in answer["sentence"]


def test_07_what_is_not_json_and_what_is_no_request(call_taker: Person) -> None:
    headers = {"X-CSRFToken": call_taker.client.cookies["csrftoken"], "Content-Type": "application/json"}
    broken = call_taker.client.post("/ask/TakeCall", content=b"{", headers=headers)
    assert (broken.status_code, broken.json()["code"]) == (422, "not_json")
    assert call_taker.ask("Tick", clock="page", subject="x", due=1)[0] == 404
    assert call_taker.ask("Nonsense")[0] == 404


def test_08_a_request_for_a_closed_incident_says_so(call_taker: Person) -> None:
    incident = call_taker.take_call()
    assert call_taker.ask("CancelIncident", incident=incident, reason="misdial")[0] == 200
    status, answer = call_taker.ask("AssignUnit", incident=incident, unit="m16")
    assert (status, answer["code"]) == (409, "incident_closed")
    assert "Reopen it first" in answer["sentence"]


def test_09_an_evaluator_may_not_send_a_unit(server: Server, call_taker: Person) -> None:
    status, answer = Person(server, "d-whitehorse").ask("AssignUnit", incident=call_taker.take_call(), unit="m12")
    assert (status, answer["code"]) == (403, "not_allowed")


def test_10_nobody_else_is_seated_in_ones_name(call_taker: Person) -> None:
    status, answer = call_taker.ask("TakePosition", position="call-taker-2", staff="t-nakai")
    assert (status, answer["code"]) == (403, "not_allowed")
