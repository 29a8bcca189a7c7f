"""A partner's system answers by FHIR: its own tasks alone, nobody's name before it agreed, every move judged by the core."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.server.exchange.test_01_machine_interface import machine
from tests.server.fhir.partner import DAY_MS, FHIR, Client, says
from tests.server.referral.sent import HARBOR, NAME, NOTE, PHONE, Sent
from tests.server.running import Person, Server


@pytest.fixture(scope="module")
def task(sent: Sent) -> str:
    return f"Task/{sent.send(HARBOR)}.1"


def test_01_what_can_be_done_is_said_to_everybody_and_about_nobody(nobody: Person, client: Client) -> None:
    told = nobody.client.get("/fhir/metadata")
    assert (told.status_code, told.headers["content-type"].partition(";")[0]) == (200, FHIR)
    resource = told.json()["rest"][0]["resource"][0]
    assert (resource["type"], [one["code"] for one in resource["interaction"]]) == ("Task", ["read", "update", "patch", "search-type"])
    assert says(nobody.client.get("/fhir/Task"))[:2] == (401, "login")
    assert says(client.get("Patient/1"))[:2] == (404, "not-found")
    assert client.send("DELETE", "Task/x").status_code == 405
    assert says(client.send("POST", "Task", {}))[:2] == (405, "not-supported")


def test_02_a_task_says_what_is_needed_and_nobodys_name(client: Client, task: str, sent: Sent) -> None:
    told = client.get(task)
    one = told.json()
    assert (one["status"], one["owner"]["identifier"]["value"], told.headers["etag"]) == ("requested", HARBOR, 'W/"1"')
    request = one["contained"][0]
    assert (request["resourceType"], one["focus"]["reference"]) == ("ServiceRequest", "#request")
    assert "18 or older" in [detail["text"] for detail in request["orderDetail"]]
    assert [word in told.text for word in (NAME, PHONE, NOTE, sent.episode, sent.person)] == [False] * 5
    again = client.person.client.get(f"/fhir/{task}", headers={"If-None-Match": told.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_03_what_is_not_its_own_is_not_there_and_no_other_role_comes_in(server: Server, client: Client, task: str, sent: Sent) -> None:
    assert says(client.get("Task/nobody")) == (404, "not-found", "There is no such task.")
    assert says(sent.manager.client.get(f"/fhir/{task}"))[:2] == (403, "forbidden")
    elsewhere = machine(server, "referral_partner")  # of no organization
    assert says(elsewhere.get(f"/fhir/{task}"))[:2] == (403, "forbidden")
    theirs = machine(server, "referral_partner", "--agency", HARBOR)
    assert theirs.get(f"/fhir/{task}").json()["id"] == task.removeprefix("Task/")
    assert says(client.person.client.patch(f"/fhir/{task}", content=b"[]"))[:2] == (403, "forbidden")  # no page of ours sent it


def test_04_the_core_judges_every_move(client: Client, task: str, sent: Sent) -> None:
    assert says(client.patch(task, status="completed"))[:2] == (409, "business-rule")
    assert says(client.patch(task, status="cancelled"))[:2] == (422, "business-rule")
    assert "full" in says(client.patch(task, status="rejected"))[2]
    assert says(client.patch(task, status="in-progress"))[2] == "Say in executionPeriod.start when the person is expected."
    assert says(client.patch(task, priority="urgent"))[:2] == (422, "not-supported")
    assert says(client.send("PUT", task, {"resourceType": "Patient", "id": "x"}))[:2] == (400, "invalid")
    assert says(client.send("PUT", task, b"{", FHIR))[:2] == (422, "structure")
    assert says(client.send("PUT", task, {}, "text/plain"))[:2] == (415, "not-supported")
    assert client.get(task).json()["meta"]["versionId"] == "1"


def test_05_agreed_it_learns_who_where_that_very_task_is_read_and_nowhere_else(client: Client, task: str, sent: Sent) -> None:
    id = task.removeprefix("Task/")
    whole = client.get(task).json() | {"status": "accepted"}
    assert says(client.send("PUT", task, whole, **{"If-Match": 'W/"7"'}))[:2] == (412, "conflict")
    agreed = client.send("PUT", task, whole, **{"If-Match": 'W/"1"'})
    assert (agreed.status_code, agreed.json()["status"], agreed.headers["etag"]) == (200, "accepted", 'W/"2"')
    patient = agreed.json()["contained"][1]
    assert (patient["name"][0]["text"], agreed.json()["note"][0]["text"]) == (NAME, NOTE)
    assert patient["telecom"][0]["value"] == PHONE
    listed = client.get(f"Task?_id={id}")
    assert (listed.json()["total"], NAME in listed.text, PHONE in listed.text) == (1, False, False)
    assert client.send("PUT", task, client.get(task).json()).headers["etag"] == 'W/"2"'  # the same again changes nothing


def test_06_expected_then_seen_and_then_nothing_more_and_no_name(client: Client, task: str, sent: Sent) -> None:
    day = int(sent.manager.board()["now"]) + DAY_MS
    start = datetime.fromtimestamp(day / 1000, UTC).isoformat(timespec="seconds")
    assert client.patch(task, status="in-progress", executionPeriod={"start": start}).json()["status"] == "in-progress"
    assert says(client.patch(task, executionPeriod={"start": "soon"}))[:2] == (400, "invalid")
    done = client.patch(task, status="completed")
    assert (done.status_code, done.json()["status"], NAME in done.text) == (200, "completed", False)
    assert says(client.patch(task, status="failed", statusReason={"coding": [{"code": "no_show"}]}))[0] == 409


def test_07_search_is_confined_ordered_and_paged(client: Client, sent: Sent) -> None:
    second = [sent.send(HARBOR) for _ in range(3)]
    page = client.get(f"Task?owner={HARBOR}&status=requested&_count=2&unheard=1").json()
    assert (page["type"], len(page["entry"])) == ("searchset", 2)
    assert page["total"] >= 3
    links = {one["relation"]: one["url"] for one in page["link"]}
    assert "unheard" not in links["self"]
    found = [one["resource"] for one in page["entry"]]
    while "next" in links:
        page = client.person.client.get(links["next"]).json()
        found += [one["resource"] for one in page["entry"]]
        links = {one["relation"]: one["url"] for one in page["link"]}
    assert {f"{one}.1" for one in second} <= {one["id"] for one in found}
    assert [one["lastModified"] for one in found] == sorted(one["lastModified"] for one in found)
    assert client.get("Task?owner=somebody-else").json()["total"] == 0
    last = found[-1]["meta"]["lastUpdated"]
    assert last in client.get(f"Task?_lastUpdated=ge{last}").text
    assert client.get("Task?_lastUpdated=lt2020-01-01").json()["total"] == 0
    assert [says(client.get(f"Task?{one}"))[0] for one in ("_count=many", "status=done", "_lastUpdated=soon", "_after=x")] == [400] * 4
    for one in second:
        sent.scene.must("CancelReferral", by=sent.manager, referral=one, reason="made_by_mistake")


JUNK = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.text(max_size=12)
    | some.sampled_from(("accepted", "Task", "/status", "replace")),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(("resourceType", "id", "status", "statusReason", "executionPeriod", "start", "op", "path", "value")), inner
        )
    ),
    max_leaves=8,
)


def test_08_whatever_is_sent_gets_an_outcome_and_never_a_fault(client: Client, task: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(method=some.sampled_from(("PUT", "PATCH")), body=JUNK)
    def run(method: str, body: Any) -> None:
        media = FHIR if method == "PUT" else "application/json-patch+json"
        answer = client.send(method, task, body, media)
        assert answer.status_code < 500, answer.text
        assert answer.status_code == 200 or says(answer)[2], answer.text

    run()
