"""What each role receives: the board, an incident, its words and its people only where they are that person's business."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from alongside.core.request import REQUESTS
from tests.server.running import ROOT, Person, Server, running
from tests.server.scenes import Scene

NOTHING = {"incidents": {}, "units": {}, "desks": {}, "places": {}, "follow_ups": {}, "alarms": []}


@pytest.fixture(scope="module")
def house(server: Server) -> Iterator[Scene]:
    """A call with a weapon, on its way to the receiving center."""
    scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    scene.must("ReportWeapon", incident=scene.incident, weapon="knife", place="within_reach", state="reported", source="crew")
    reserved = scene.must("ReservePlace", episode=scene.episode, facility="wasatch-receiving", service="chair_23h")
    yield scene
    scene.must("TakeBackReservation", reservation=reserved["ids"]["reservation"])
    scene.finish()  # the crew is free for the stories of other files


def told(person: Person) -> dict[str, Any]:
    return {name: part for name, part in person.board().items() if name in NOTHING}


@pytest.mark.parametrize("staff", ["d-whitehorse", "s-petrov"])
def test_01_who_works_on_no_need_is_told_of_none(server: Server, house: Scene, staff: str) -> None:
    person = Person(server, staff)
    assert told(person) == NOTHING
    assert person.get(f"/dispatch/incident/{house.incident}").status_code == 403
    assert person.post("/words", {"incidents": [house.incident]}).status_code == 403


def test_02_a_nurse_is_told_of_her_place_and_not_where_a_call_was_or_what_weapons_are_there(server: Server, house: Scene) -> None:
    nurse = Person(server, "n-castellanos")
    seen = nurse.board()
    assert (seen["incidents"], list(seen["places"])) == ({}, ["wasatch-receiving"])
    assert not {"spot", "weapons", "knife"} & set(
        json.dumps({name: seen[name] for name in ("incidents", "alarms", "follow_ups")}).split('"')
    )
    assert nurse.get("/follow-up/").status_code == nurse.get(f"/follow-up/{house.episode}").status_code == 403
    assert [nurse.get(f"/places/{other}").status_code for other in ("wasatch-receiving", "no-such", "dispatch-1")] == [200, 404, 404]


def test_03_a_nurse_speaks_for_no_other_place(server: Server) -> None:
    nurse = Person(server, "n-castellanos")
    other = next(id for id in Person(server, "m-lindqvist").board()["places"] if id != "wasatch-receiving")
    for kind, body in (("SetDiversion", {"diverting": True}), ("SetCapacity", {"service": "bed", "free": 0})):
        status, answer = nurse.ask(kind, facility=other, **body)
        assert (status, answer["code"]) == (409, "not_yours"), answer


def test_04_a_crew_knows_its_own_need_and_no_other(server: Server, house: Scene) -> None:
    stranger = Person(server, "w-okoye")
    assert house.incident not in stranger.board()["incidents"]
    assert stranger.get(f"/dispatch/incident/{house.incident}").status_code == stranger.get("/dispatch/incident/no-such").status_code == 404
    assert stranger.get(f"/field/map/{house.incident}.svg").status_code == 404
    assert stranger.post("/words", {"incidents": [house.incident]}).json() == {}
    assert house.incident in house.crew.board()["incidents"]
    assert house.crew.get(f"/dispatch/incident/{house.incident}").status_code == 200
    assert house.crew.post("/words", {"incidents": [house.incident]}).json()[house.incident]["summary"] == "Paces in the yard"


def test_05_a_crew_acts_for_no_other_crew(server: Server, house: Scene) -> None:
    stranger = Person(server, "w-okoye")
    for kind, body in (
        ("ReportStatus", {"assignment": house.assignment, "status": "cleared"}),
        ("ChoosePrimary", {"assignment": house.assignment}),
        ("GoOutOfService", {"unit": "m12", "reason": "meal"}),
        ("AskHelp", {"unit": "m12"}),
        ("SignOff", {"unit": "m12"}),
        ("RecordDisposition", {"episode": house.episode, "disposition": "referred"}),
        ("HandOver", {"episode": house.episode, "facility": "wasatch-receiving", "service": "chair_23h", "received_by": "RN"}),
        ("EndEpisode", {"episode": house.episode, "reason": "resolved"}),
    ):
        status, answer = stranger.ask(kind, **body)
        assert (status, answer["code"]) == (409, "not_yours"), (kind, answer)


def test_06_somebody_who_left_the_unit_hears_no_more_of_it(server: Server, house: Scene) -> None:
    leaver, lead = Person(server, "i-tuiasosopo"), Person(server, "m-lindqvist")
    assert house.incident in leaver.board()["incidents"]
    status, answer = lead.ask("ChangeCrew", unit="m12", members=[["p-lowe", "clinician"]])
    assert status == 200, answer
    assert house.incident not in leaver.board()["incidents"]
    assert leaver.post("/words", {"incidents": [house.incident]}).json() == {}
    assert leaver.get(f"/dispatch/incident/{house.incident}").status_code == 404
    both = [["p-lowe", "clinician"], ["i-tuiasosopo", "peer"]]
    assert lead.ask("ChangeCrew", unit="m12", members=both)[0] == 200  # for the stories that follow


def test_07_every_kind_of_request_is_refused_to_a_role_it_is_not_for(server: Server) -> None:
    evaluator = Person(server, "d-whitehorse")
    granted = {kind for kind in sorted(set(REQUESTS)) if evaluator.ask(kind)[1].get("granted")}
    assert granted == set()
    assert {evaluator.ask(kind, incident="i", episode="e", unit="m12", reason="x")[0] for kind in ("CancelIncident", "EndEpisode")} <= {
        403,
        422,
    }


def test_08_a_broken_or_missing_token_is_refused_everywhere(server: Server) -> None:
    lead = Person(server, "m-lindqvist")
    for token in ("", "é" * 32, "!" * 64, "a" * 64, "a" * 7):
        answer = lead.client.post("/ask/TakeCall", json={"origin": "call_911"}, headers={"X-CSRFToken": token.encode("latin-1")})
        assert (answer.status_code, answer.json()["code"]) == (403, "check_failed")
    for path in (
        "/sign-in",
        "/sign-out",
        "/language",
        "/seat",
        "/shift/sit",
        "/intake/draft",
        "/intake/triage",
        "/intake/place",
        "/words",
        "/avl",
    ):
        assert lead.client.post(path, json={}).status_code == 403, path
    short = httpx.Client(base_url=server.url, cookies={"csrftoken": "ab", "alongside_session": lead.client.cookies["alongside_session"]})
    assert short.post("/ask/TakeCall", json={"origin": "call_911"}, headers={"X-CSRFToken": "ab"}).status_code == 403


def test_09_one_click_sign_in_is_not_passed_on(server: Server) -> None:
    for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        far = httpx.Client(base_url=server.url, headers={header: "203.0.113.9"})
        page = far.get("/sign-in")
        assert "j-diaz" not in page.text
        sent = far.post("/sign-in", data={"staff": "j-diaz", "csrfmiddlewaretoken": far.cookies["csrftoken"]})
        assert sent.status_code == 403


def test_10_a_session_begins_anew_at_sign_in_and_is_nothing_after(server: Server) -> None:
    fixed = httpx.Client(base_url=server.url, cookies={"alongside_session": "chosenbyanattackerchosenbyanatta"})
    fixed.get("/sign-in")
    fixed.post("/sign-in", data={"staff": "e-adeyemi", "csrfmiddlewaretoken": fixed.cookies["csrftoken"]})
    mine = [one.value for one in fixed.cookies.jar if one.name == "alongside_session"]
    assert "chosenbyanattackerchosenbyanatta" not in [
        value for value in mine if httpx.get(f"{server.url}/board.json", cookies={"alongside_session": value}).status_code == 200
    ]
    fixed.post("/sign-out", data={"csrfmiddlewaretoken": fixed.cookies["csrftoken"]})
    assert {httpx.get(f"{server.url}/board.json", cookies={"alongside_session": value}).status_code for value in mine} == {401}


def test_11_a_machine_reads_only_what_its_role_may(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running(tmp_path_factory.mktemp("machines"), "--quiet") as own:
        for role, expected in (("nurse", 403), ("evaluator", 403), ("dispatcher", 200)):
            command = [sys.executable, "-m", "alongside", "staff", "machine", f"x-{role}", "--name", "X", "--role", role]
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(own.data)}
            token = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
            bearer = {"Authorization": f"Bearer {token}"}
            found = {
                path: httpx.get(own.url + path, headers=bearer).status_code for path in ("/api/incidents", "/api/units", "/api/positions")
            }
            assert set(found.values()) == {expected}, (role, found)


def test_12_who_may_know_of_a_need_reads_why_its_words_are_withheld_and_nobody_else_reads_anything(server: Server, house: Scene) -> None:
    for language, sentence in (("en", "Withheld: nothing ties you to this person now"), ("es", "Reservado: nada le vincula")):
        nurse = Person(server, "n-castellanos", language=language)
        told = nurse.post("/words", {"incidents": [house.incident, "no-such"]}).json()
        assert list(told) == [house.incident]
        assert set(told[house.incident]) == {"withheld"}
        withheld = told[house.incident]["withheld"]
        assert {field: one["code"] for field, one in withheld.items()} == {"place": "field_not_for_role", "summary": "no_tie"}
        assert withheld["summary"]["sentence"].startswith(sentence)
    assert Person(server, "w-okoye").post("/words", {"incidents": [house.incident]}).json() == {}
