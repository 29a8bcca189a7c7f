"""Incidents are found by number, CAD number, level and day; what cannot be read is no condition."""

from html import unescape

from tests.server.running import Person


def page(person: Person, query: str = "") -> str:
    found = person.get(f"/history/{query}")
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def test_01_found_by_number_with_its_place(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"place": "The yellow house in Marmalade"})
    number = dispatcher.board()["incidents"][incident]["number"]
    text = page(dispatcher, f"?number={number}")
    assert "The yellow house in Marmalade" in text
    assert f"/dispatch/incident/{incident}" in text
    assert text.count("/dispatch/incident/") == 1


def test_02_found_by_cad_number_however_it_is_written(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"cad_number": "H24-55 0017"})
    text = dispatcher.form("/history/", cad_number="h24550017").text
    assert f"/dispatch/incident/{incident}" in text
    assert text.count("/dispatch/incident/") == 1


def test_03_nothing_fits_says_what_to_do(dispatcher: Person) -> None:
    assert "No incident fits" in page(dispatcher, "?number=999999")
    assert "No incident fits" in page(dispatcher, "?from=2099-01-01")


def test_04_nonsense_is_no_condition(call_taker: Person, dispatcher: Person) -> None:
    call_taker.take_call()
    assert "/dispatch/incident/" in page(dispatcher, "?number=abc&from=yesterday&level=%00&page=x")


def test_05_an_evaluator_gets_released_rows_and_no_list_of_incidents(call_taker: Person) -> None:
    assert Person(call_taker.server, "d-whitehorse").get("/history/").status_code == 403


def test_06_a_crew_does_not_browse_the_past(call_taker: Person) -> None:
    assert Person(call_taker.server, "p-lowe").get("/history/").status_code == 403
