"""The console's page, its panel, the streets beneath the map, and who may see them."""

import re
from html import unescape

from tests.server.running import Person

CALM = {
    "life_threat": "none",
    "concern": "distress",
    "weapon": "unknown",
    "conduct": "was_violent",
    "setting": "safe",
    "suicide": "no",
    "age": "adult",
}


def panel(person: Person, incident: str) -> str:
    found = person.get(f"/dispatch/incident/{incident}?part=1")
    assert found.status_code == 200, found.text[:300]
    return unescape(found.text)


def test_01_the_console_holds_no_inline_script_or_style(dispatcher: Person) -> None:
    page = dispatcher.get("/dispatch/").text
    scripts = re.findall(r"<script([^>]*)>", page)
    assert scripts
    assert all("src=" in one or 'type="application/json"' in one for one in scripts)
    assert "style=" not in page
    assert "<style" not in page
    assert "onclick" not in page


def test_02_a_nurse_may_not_see_the_console(server: object, dispatcher: Person) -> None:
    nurse = Person(dispatcher.server, "n-castellanos")
    assert nurse.get("/dispatch/").status_code == 403
    assert "WAITING" not in nurse.get("/dispatch/").text


def test_03_nobody_is_sent_to_sign_in(nobody: Person) -> None:
    found = nobody.get("/dispatch/")
    assert found.status_code == 302
    assert "/sign-in?next=%2Fdispatch%2F" in found.headers["location"]


def test_04_the_panel_says_where_who_and_what_in_words(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"place": "Behind the school in Rose Park", "summary": "Paces in the yard"})
    call_taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers=CALM)
    text = panel(dispatcher, incident)
    assert "Behind the school in Rose Park" in text
    assert "Paces in the yard" in text
    assert "J. Diaz" in text
    assert "L3 ◆" in text
    assert "unknown, ask again" in text  # unknown is never shown as no


def test_04b_a_weapon_nobody_asked_about_is_shown_as_not_asked(call_taker: Person, dispatcher: Person) -> None:
    text = panel(dispatcher, call_taker.take_call(texts={"place": "Glendale"}))
    assert "not asked" in text
    assert "not assessed" in text


def test_05_options_come_in_order_with_drive_and_its_bounds(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"place": "300 S Main"})
    call_taker.ask("AnswerProtocol", incident=incident, protocol="alongside-default", answers=CALM)
    text = panel(dispatcher, incident)
    ranks = [int(one) for one in re.findall(r'data-rank="(\d+)"', text)]
    assert ranks
    assert ranks[0] == 1
    assert re.search(r"<strong>\d+ min</strong> <span class=\"soft\">\(\d+–\d+\)", text)


def test_06_only_legal_next_steps_are_offered(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"place": "300 S Main"})
    status, answer = dispatcher.ask("AssignUnit", incident=incident, unit="a21")
    assert status == 200, answer
    text = panel(dispatcher, incident)
    offered = set(re.findall(r'"status": "(\w+)"', text))
    assert offered == {"acknowledged", "enroute", "declined"}
    assert "WithdrawAssignment" in text
    assert "on_scene" not in offered
    dispatcher.ask("WithdrawAssignment", assignment=answer["ids"]["assignment"])


def test_07_a_call_near_another_is_suggested_and_linked_by_a_person(call_taker: Person, dispatcher: Person) -> None:
    first = call_taker.take_call(spot=[40.7001, -111.9001])
    second = call_taker.take_call(spot=[40.7003, -111.9003])
    assert "Perhaps the same need" in panel(dispatcher, second)
    assert dispatcher.ask("LinkIncidents", incident=second, other=first)[0] == 200
    text = panel(dispatcher, second)
    assert "Linked:" in text
    assert "UnlinkIncidents" in text


def test_08_a_warm_transfer_shows_its_next_steps_and_moves_nothing(call_taker: Person, dispatcher: Person) -> None:
    incident = call_taker.take_call(texts={"place": "Liberty Park", "call_back": "801 555 0100"}, callback_known=True)
    episode = dispatcher.board()["incidents"][incident]["responsible"][0]["episode"]
    assert call_taker.ask("OfferTransfer", episode=episode, to=["partner", "line-988"])[0] == 200
    text = panel(dispatcher, incident)
    assert "Offered to" in text
    assert "They agreed by phone" in text
    assert "J. Diaz" in text  # still responsible
    call_taker.ask("AcceptTransfer", episode=episode, by_phone=True, read_back=False)
    text = panel(dispatcher, incident)
    assert "agreed by phone, not read back yet" in text
    assert "has taken over" not in text
    who = {"said_by": "M. Arroyo", "said_role": "counselor", "said_number": "801 555 0188"}
    call_taker.ask("AcceptTransfer", episode=episode, by_phone=True, read_back=True, texts=who)
    assert "has taken over" in panel(dispatcher, incident)


def test_09_an_unknown_incident_is_not_found(dispatcher: Person) -> None:
    assert dispatcher.get("/dispatch/incident/nothing?part=1").status_code == 404


def test_10_the_console_speaks_spanish(dispatcher: Person) -> None:
    spanish = Person(dispatcher.server, "r-okafor", language="es")
    page = spanish.get("/dispatch/").text
    assert '<html lang="es"' in page
    assert "En espera" in unescape(page)


def test_11_the_streets_of_the_area_are_served_and_nothing_else(dispatcher: Person, nobody: Person) -> None:
    streets = dispatcher.get("/area/streets-major.geojson")
    assert streets.status_code == 200
    assert streets.json()["type"] == "FeatureCollection"
    assert "Wasatch Receiving Center (invented)" in dispatcher.get("/area/landmarks.geojson").text
    assert dispatcher.get("/area/area.yaml").status_code == 404
    assert nobody.get("/area/streets-major.geojson").status_code == 302
    assert "StreamingHttpResponse" not in dispatcher.server.log.read_text(), "who runs the server reads no complaint for each map"
