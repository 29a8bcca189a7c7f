"""Whatever is sent in place of a request, the answer is a sentence: never a fault of the server, never silence."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core.contents import DECIDE
from alongside.core.request import REQUESTS
from alongside.server.site.asking.decode import OWN_PAGES
from tests.server.running import Person, Server
from tests.server.scenes import Scene

assert DECIDE  # every request is declared once the core's contents are loaded
KINDS = sorted(set(REQUESTS) - OWN_PAGES)
EDGES = (
    None, True, 0, -1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 0.5, 1e308, "", "x", "../../etc/passwd",
    "a\x00b", "'; DROP TABLE fact; --", "\u202e", "é" * 64, "x" * 70_000, [], {}, [[]], [None], ["x"] * 10_000,
    {"kind": "crew", "id": "m12"}, {"kind": "nobody", "id": 7}, {"": {}},
    [91, 181], [40.76, -111.89], [1e308, 1e308], ["40", "-111"], [40760000, -111890000], [["m12", 1, 2]], "call_911", "urgent", "m12", 3,
)  # fmt: skip
leaf = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
nested = st.recursive(leaf, lambda one: st.lists(one) | st.dictionaries(st.text(), one), max_leaves=5)
junk = st.one_of(st.sampled_from(EDGES), nested)


@pytest.fixture(scope="module")
def known(server: Server) -> dict[str, Any]:
    """Things that are there, so that junk reaches the core beside them."""
    scene = Scene(server, Person(server, "p-lowe"), "m12", "with_person")
    return {
        "incident": scene.incident, "episode": scene.episode, "episodes": [scene.episode], "assignment": scene.assignment, "unit": "m12",
        "position": "dispatch-1", "facility": "wasatch-receiving", "service": "chair_23h", "status": "on_scene", "origin": "call_911",
        "other": scene.incident, "staff": "m-lindqvist",
        "to": {"kind": "position", "id": "dispatch-1"}, "members": [["m-lindqvist", "supervisor"]],
    }  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_01_no_kind_of_request_makes_the_server_fail(server: Server, known: dict[str, Any], data: st.DataObject) -> None:
    lead = LEAD.setdefault(server.url, Person(server, "m-lindqvist"))
    kind = data.draw(st.sampled_from(KINDS))
    body: dict[str, Any] = {}
    for name in REQUESTS[kind].__dataclass_fields__:
        if name not in ("by", "words") and data.draw(st.integers(0, 9)):
            body[name] = known[name] if name in known and data.draw(st.integers(0, 2)) else data.draw(junk)
    body.pop("happened_at" if data.draw(st.booleans()) else "", None)
    status, answer = lead.ask(kind, **body)
    assert status in (200, 403, 409, 413, 422), (kind, status, answer)
    assert answer["sentence"] or status == 200, (kind, answer)


@pytest.mark.parametrize("number", [2**53, 2**63, 10**30, -(2**70)])
def test_08_absurd_numbers_name_their_field(call_taker: Person, number: int) -> None:
    for name in ("scheduled_for", "uncertainty_m", "first_ring_at", "sequence"):
        status, answer = call_taker.ask("TakeCall", **{"origin": "call_911", name: number})
        assert (status, answer["parameters"]["field"]) == (422, name), answer


def test_09_no_code_takes_words(server: Server, known: dict[str, Any]) -> None:
    lead = LEAD.setdefault(server.url, Person(server, "m-lindqvist"))
    words, incident, episode = "Jane at 5 Elm", known["incident"], known["episode"]
    for kind, name, body in (
        ("ReportStatus", "place", {"assignment": known["assignment"], "status": "transporting"}),
        ("EndEpisode", "agency", {"episode": episode, "reason": "taken_over"}),
        ("RecordDisposition", "signed_by", {"episode": episode, "disposition": "referred"}),
        ("RecordHazard", "source", {"code": "dog", "spot": [40.76, -111.89], "review_at": 1}),
        ("SetPermission", "permits", {"episode": episode}),
        ("SetPoliceRole", "asked_by", {"incident": incident, "role": "present", "reason": "asked"}),
        ("CancelIncident", "reason", {"incident": incident}),
    ):
        status, answer = lead.ask(kind, **body, **{name: [words] if name == "permits" else words})
        assert (status, answer["parameters"].get("field")) == (422, name), (kind, answer)


LEAD: dict[str, Person] = {}
BODIES = (
    b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"origin":"\xff"}', b'{"origin":"\\ud800"}', b'{"id":"\\u0000"}', b"[" * 200_000,
    b'{"a":' * 100_000, b'{"origin":"call_911","texts":{"summary":"\\ud800"}}', b'{"origin":"call_911","texts":{"summary":"\\u0000"}}',
    b'{"origin":"call_911","texts":{"a/../b":"x"}}', b'{"origin":"call_911","texts":[1]}', b'{"origin":"call_911","first_ring_at":1e400}',
    b'{"origin":"call_911","spot":[NaN,NaN]}', b'{"origin":"call_911","first_ring_at":-62135596800000}', b'{"incidents":[{}]}',
    b'{"incidents":"x"}',
    b'{"unit":"m12","spot":[1e309,0]}', b'[{"unit":"m12","at":1' + b"0" * 400 + b',"spot":[40.7,-111.8]}]',
)  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/ask/TakeCall", "/ask/../TakeCall", "/ask/%00", "/words", "/avl", "/intake/triage", "/intake/place", "/intake/draft"]
)
def test_02_broken_bodies_are_answered_with_a_sentence(server: Server, path: str) -> None:
    taker = LEAD.setdefault(server.url, Person(server, "m-lindqvist"))
    headers = {"X-CSRFToken": taker.client.cookies["csrftoken"], "Content-Type": "application/json"}
    for body in BODIES:
        answer = taker.client.post(path, content=body, headers=headers)
        assert answer.status_code < 500, (path, body[:60], answer.text[:300])
        assert "Traceback" not in answer.text


def test_03_a_megabyte_is_too_large_and_so_is_more_than_a_request_may_be(call_taker: Person) -> None:
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"summary": "x" * 250_000})
    assert (status, answer["code"], answer["parameters"]["field"]) == (413, "too_large", "summary")
    status, answer = call_taker.ask("TakeCall", origin="call_911", texts={"summary": "x" * 1_100_000})
    assert (status, answer["code"]) == (413, "too_large")


@pytest.mark.parametrize("value", ["²", "-1", "x", "9" * 5_000, "999999999", "1e3", "٣"])
def test_04_a_position_nobody_has_begins_anew(dispatcher: Person, value: str) -> None:
    with dispatcher.client.stream("GET", "/stream/board", headers={"Last-Event-ID": value.encode()}) as response:
        assert response.status_code in (200, 400, 431)
        assert response.status_code != 200 or next(response.iter_text()).startswith("event: reset")


@pytest.mark.parametrize(
    "path",
    [
        "/static/" + "x" * 5_000,
        "/static/a%00b",
        "/static/%2fetc/passwd",
        "/area/..%2f..%2fsettings.py",
        "/area/%00",
        "/static/..%5c..%5csettings.py",
    ],
)
def test_05_files_that_cannot_be_are_not_there(dispatcher: Person, path: str) -> None:
    assert dispatcher.get(path).status_code in (400, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/dispatch/incident/%00",
        "/follow-up/%00",
        "/places/%00",
        "/intake/%00",
        "/measures/%00",
        "/measures/contacts.csv?period=%00",
        "/history/?cad_number=%00&page=-1",
        "/field/?assignment=%00",
        "/field/map/%00.svg",
    ],
)
def test_06_ids_that_cannot_be_are_not_found(server: Server, path: str) -> None:
    lead = LEAD.setdefault(server.url, Person(server, "m-lindqvist"))
    assert lead.get(path).status_code in (200, 403, 404, 409)


def test_07_nothing_of_all_this_was_a_fault_of_ours(server: Server) -> None:
    assert "Traceback" not in server.log.read_text()
