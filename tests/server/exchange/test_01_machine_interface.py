"""Other systems: known by their token alone, answered once for each key, told what, where and what to do about every mistake."""

import subprocess
import sys
from secrets import token_hex
from typing import Any

import httpx
import pytest

from tests.server.running import NO_TLS, ROOT, Person, Server

NEED = {"origin": "call_911", "spot": [40.76, -111.89], "texts": {"place": "behind the library"}}
READS = ("/api/incidents", "/api/units", "/api/positions", "/api/capacity")


@pytest.fixture(scope="module")
def cad(server: Server) -> httpx.Client:
    """A dispatch system with the role of a call-taker."""
    return machine(server, "call_taker")


def machine(server: Server, role: str, *more: str) -> httpx.Client:
    command = [sys.executable, "-m", "alongside", "staff", "machine", f"m-{role}", "--name", "M", "--role", role, *more]
    token = subprocess.run(command, env=server.environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    return httpx.Client(base_url=server.url, timeout=60, headers={"Authorization": f"Bearer {token}"}, verify=NO_TLS)


def report(client: httpx.Client, key: str = "", **need: Any) -> tuple[int, dict[str, Any]]:
    answer = client.post("/api/incidents", json={**NEED, **need}, headers={"Idempotency-Key": key} if key else {})
    return answer.status_code, answer.json()


def test_01_a_need_reported_is_on_every_board(cad: httpx.Client, dispatcher: Person) -> None:
    status, answer = report(cad)
    assert (status, answer["granted"], answer["facts"][0]["kind"]) == (200, True, "CallTaken")
    assert set(answer) == {"id", "granted", "facts", "ids", "sentence"}
    id = answer["ids"]["incident"]
    assert id in dispatcher.board()["incidents"]
    one = cad.get(f"/api/incidents/{id}").json()
    assert one in cad.get("/api/incidents").json()["incidents"]
    assert set(one) == {
        "id", "number", "status", "origin", "level", "spot", "taken_at", "waiting_since", "assignments", "requirements",
    }  # fmt: skip
    missing = cad.get("/api/incidents/nobody")
    assert (missing.status_code, missing.json()["code"]) == (404, "incident_unknown")


def test_02_the_same_key_is_one_need(cad: httpx.Client) -> None:
    key = token_hex(12)
    first = report(cad, key)
    assert report(cad, key) == first
    status, other = report(cad, key, origin="call_988")
    assert (status, other["code"]) == (422, "request_reused")
    assert report(cad, "two words")[1]["code"] == "bad_id"


def test_03_only_a_token_opens_it(server: Server, cad: httpx.Client, call_taker: Person, nobody: Person) -> None:
    for client in (call_taker.client, nobody.client):
        for status, code in (said(client.post("/api/incidents", json=NEED)), *(said(client.get(path)) for path in READS)):
            assert (status, code) == (401, "sign_in")
    for words in ("Bearer nothing", "Basic eA==", "Bearer"):
        assert said(httpx.post(server.url + "/api/incidents", json=NEED, headers={"Authorization": words})) == (401, "sign_in")
    lower = {"authorization": cad.headers["Authorization"].replace("Bearer", "bearer")}
    assert httpx.get(server.url + "/api/units", headers=lower).status_code == 200
    assert said(cad.get("/api/units", headers={"Host": "elsewhere.example"})) == (400, "host_unknown")


def said(answer: httpx.Response) -> tuple[int, str]:
    assert answer.json()["sentence"]
    return answer.status_code, answer.json()["code"]


def test_04_a_role_does_no_more_here_than_at_a_desk(server: Server) -> None:
    for role, status in (("evaluator", 409), ("nurse", 409)):
        client = machine(server, role)
        refused = said(client.post("/api/incidents", json=NEED))
        assert refused == said(client.post("/ask/TakeCall", json=NEED))
        assert refused[0] == status
        assert {said(client.get(path)) for path in READS} == {(403, "not_allowed")}


@pytest.mark.parametrize(
    ("need", "field"),
    [
        ({"origin": None}, "origin"),
        ({"origin": "telepathy"}, "origin"),
        ({"spot": [40.7]}, "spot"),
        ({"spot": [51.5, -0.1]}, "spot"),
        ({"first_ring_at": "soon"}, "first_ring_at"),
        ({"first_ring_at": 1}, "first_ring_at"),
        ({"texts": {"summary": 7}}, "texts"),
    ],
)
def test_05_a_mistake_names_its_field_and_never_its_value(cad: httpx.Client, need: dict[str, Any], field: str) -> None:
    status, answer = report(cad, **need)
    assert (status, answer["granted"], answer["parameters"].get("field")) == (422, False, field)
    assert f"“{field}”" in answer["sentence"]
    assert "telepathy" not in str(answer)


def test_06_what_is_no_json_or_too_long(cad: httpx.Client) -> None:
    for body, status, code in (
        (b"{", 422, "not_json"),
        (b"[]", 422, "wrong_field"),
        (b"", 422, "wrong_field"),
        (b"1" * 1_000_001, 413, "too_large"),
    ):
        answer = cad.post("/api/incidents", content=body)
        assert said(answer) == (status, code)
        assert answer.headers.get("connection") == ("close" if status == 413 else None)  # what was not read must not be taken for a request


def test_07_positions_are_kept_and_told(cad: httpx.Client, server: Server) -> None:
    now = cad.get("/api/incidents").json()["now"]
    vehicles = machine(server, "system")
    assert vehicles.post("/api/positions", json=[{"unit": "m12", "spot": [40.75, -111.88], "at": now}]).json() == {"kept": 1, "left_out": 0}
    assert {"unit": "m12", "spot": [40.75, -111.88], "at": now} in cad.get("/api/positions").json()["positions"]
    assert said(vehicles.post("/api/positions", json={"unit": "m12"}))[0] == 422
    assert vehicles.post("/api/positions", json=[{"unit": "nobody", "spot": [40.75, -111.88]}]).json() == {"kept": 0, "left_out": 1}


def test_08_the_description_names_what_is_run_and_nothing_else(cad: httpx.Client) -> None:
    described = cad.get("/api/openapi.json").json()["paths"]
    assert {(method, path) for path, of in described.items() for method in of} == {
        ("post", "/api/incidents"), ("get", "/api/incidents"), ("get", "/api/incidents/{id}"), ("get", "/api/units"),
        ("get", "/api/positions"), ("post", "/api/positions"), ("get", "/api/capacity"),
    }  # fmt: skip
    assert set(described["/api/incidents"]["post"]["responses"]) == {"200", "401", "403", "409", "413", "422", "503"}
    for method, path in (("DELETE", "/api/incidents"), ("PUT", "/api/units")):
        assert cad.request(method, path).status_code == 405


def test_20_what_places_say_is_free_is_hsds_with_its_age(server: Server, cad: httpx.Client) -> None:
    nurse = Person(server, "n-castellanos")
    assert nurse.ask("SetCapacity", facility="wasatch-receiving", service="chair_23h", free=7)[0] == 200
    told = {one["id"]: one for one in cad.get("/api/capacity").json()}
    one = told["wasatch-receiving:chair_23h"]
    assert set(one) == {"id", "service_id", "unit", "available", "maximum", "description", "updated"}
    assert (one["available"], one["maximum"], one["unit"]["id"]) == (7, 24, "chair_23h")
    assert one["updated"].endswith("+00:00")
    assert "deseret-peak-inpatient:inpatient_bed" not in told, "what never said is not there to be believed"
