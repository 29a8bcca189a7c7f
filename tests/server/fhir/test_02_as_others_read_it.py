"""What we write by FHIR, read by a library that is not ours (fhir.resources, R4B) and by R4's own rules; and what it writes, taken."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fhir.resources.R4B import get_fhir_model_class
from pydantic import BaseModel

from tests.server.fhir.partner import DAY_MS, Client, says
from tests.server.referral.sent import HARBOR, NAME, Sent
from tests.server.running import Person

# HL7 FHIR 4.0.1: the library's own lists of these end in “+”, or name the media types of FHIR by the last word of each.
TASK = "draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error"
ISSUE = (
    "invalid structure required value invariant security login unknown expired forbidden suppressed processing not-supported duplicate "
    "multiple-matches not-found deleted too-long code-invalid extension too-costly business-rule conflict transient lock-error no-store "
    "exception timeout incomplete throttled informational"
)
WHOLE_LISTS = {
    ("Task", "status"): TASK.split(),
    ("OperationOutcomeIssue", "code"): ISSUE.split(),
    ("CapabilityStatement", "format"): ["application/fhir+xml", "application/fhir+json", "text/turtle"],
}
NEVER_SO = {"Task": ("owner", "requester", "for", "focus", "authoredOn")}  # what the referral guide wants of a Task beyond R4


def parts_of(found: Any) -> Iterator[BaseModel]:
    """Each model within, itself first."""
    if isinstance(found, BaseModel):
        yield found
        for name in type(found).model_fields:
            yield from parts_of(getattr(found, name))
    elif isinstance(found, list):
        for one in found:
            yield from parts_of(one)


def wrong_codes(whole: BaseModel) -> list[str]:
    """Codes that are not in the list FHIR binds them to."""
    wrong = []
    for part in parts_of(whole):
        for name, field in type(part).model_fields.items():
            known = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
            allowed: Any = known.get("enum_values")
            value = getattr(part, name)
            allowed = WHOLE_LISTS.get((type(part).__name__, field.alias or name), allowed)
            assert value is None or "+" not in (allowed or ()), f"write down the whole list of {type(part).__name__}.{name}"
            if allowed and value is not None:
                wrong += [f"{name}: {one}" for one in (value if isinstance(value, list) else [value]) if one not in allowed]
    return wrong


def references_in(told: Any) -> Iterator[str]:
    """Every literal reference."""
    if isinstance(told, dict):
        if isinstance(told.get("reference"), str):
            yield told["reference"]
        for below in told.values():
            yield from references_in(below)
    elif isinstance(told, list):
        for one in told:
            yield from references_in(one)


def same(one: Any, other: Any) -> bool:
    """Whether both say the same; instants by the moment they name."""
    if isinstance(one, dict):
        return isinstance(other, dict) and one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and one != other and isinstance(other, str):
        return datetime.fromisoformat(one) == datetime.fromisoformat(other)
    return bool(one == other)


def read(told: dict[str, Any]) -> BaseModel:
    """The resource as the library reads it: nothing unknown, nothing missing, nothing lost, no code outside its list, R4's rules kept."""
    model = get_fhir_model_class(told["resourceType"]).model_validate(told)
    assert same(told, model.model_dump(mode="json", exclude_none=True)), told
    assert wrong_codes(model) == []
    entries = [one["resource"] for one in told.get("entry", [])] if told["resourceType"] == "Bundle" else [told]
    urls = [one["fullUrl"] for one in told.get("entry", []) if "fullUrl" in one]
    assert len(set(urls)) == len(urls)  # bdl-7
    for one in entries:
        within = {f"#{inner['id']}" for inner in one.get("contained", [])}
        named = {name for name in references_in(one) if name.startswith("#")}
        assert within == named, (within, named)  # dom-3: nothing contained that nobody names; ref-1: nothing named that is not there
        assert not any(inner.get("contained") or "versionId" in inner.get("meta", {}) for inner in one.get("contained", []))  # dom-2, dom-4
        assert [name for name in NEVER_SO.get(one["resourceType"], ()) if name not in one] == []
        if "lastModified" in one:
            assert datetime.fromisoformat(one["lastModified"]) >= datetime.fromisoformat(one["authoredOn"])  # inv-1
    return model


def written(one: dict[str, Any]) -> dict[str, Any]:
    """As the library writes it, of its own."""
    told: dict[str, Any] = read(one).model_dump(mode="json", exclude_none=True)
    return told


def put(client: Client, id: str, **parts: Any) -> httpx.Response:
    whole = written(client.get(f"Task/{id}").json() | parts)
    return client.send("PUT", f"Task/{id}", whole)


def test_01_what_can_be_done_and_every_no(client: Client, nobody: Person, sent: Sent) -> None:
    told: Any = read(nobody.client.get("/fhir/metadata").json())
    assert (told.kind, told.implementation.description[:9]) == ("instance", "Referrals")
    id = f"{sent.send(HARBOR)}.1"
    for answer in (
        nobody.client.get("/fhir/Task"),
        sent.manager.client.get(f"/fhir/Task/{id}"),
        client.get("Task/nobody"),
        client.get("Task?status=done"),
        client.send("POST", "Task", {}),
        client.send("PUT", f"Task/{id}", b"{"),
        client.send("PUT", f"Task/{id}", {}, "text/plain"),
        client.send("PUT", f"Task/{id}", client.get(f"Task/{id}").json(), **{"If-Match": 'W/"9"'}),
        client.patch(f"Task/{id}", status="completed"),
        client.patch(f"Task/{id}", status="rejected"),
        client.send("PATCH", f"Task/{id}", [{"op": "test", "path": "/status", "value": "accepted"}], "application/json-patch+json"),
    ):
        assert answer.status_code >= 400
        assert says(answer)[1] in ISSUE.split()
        read(answer.json())


def test_02_a_task_through_its_whole_life_written_by_the_library_and_read_by_it(client: Client, sent: Sent) -> None:
    id = f"{sent.send(HARBOR)}.1"
    read(client.get(f"Task/{id}").json())
    agreed: Any = read(put(client, id, status="accepted").json())
    assert (agreed.status, agreed.contained[1].name[0].text) == ("accepted", NAME)
    waits: Any = read(put(client, id, status="on-hold").json())
    assert (waits.status, bool(waits.statusReason.text)) == ("on-hold", True)
    at = datetime.fromtimestamp((int(sent.manager.board()["now"]) + DAY_MS) / 1000, UTC).isoformat(timespec="milliseconds")
    expected: Any = read(put(client, id, status="in-progress", executionPeriod={"start": at}).json())
    assert expected.executionPeriod.start == datetime.fromisoformat(at)
    assert getattr(read(put(client, id, status="completed").json()), "status", "") == "completed"


def test_03_a_no_a_failure_and_what_was_taken_back(client: Client, sent: Sent) -> None:
    no, failed, back = (f"{sent.send(HARBOR)}.1" for _ in range(3))
    refused: Any = read(put(client, no, status="rejected", statusReason={"coding": [{"code": "full"}]}).json())
    assert (refused.status, refused.statusReason.coding[0].code) == ("rejected", "full")
    assert put(client, failed, status="accepted").status_code == 200
    read(put(client, failed, status="failed", statusReason={"text": "no_show"}).json())
    sent.scene.must("CancelReferral", by=sent.manager, referral=back.removesuffix(".1"), reason="made_by_mistake")
    gone: Any = read(client.get(f"Task/{back}").json())
    assert gone.status == "cancelled"


def test_04_lists_whole_by_pages_and_empty(client: Client) -> None:
    whole: Any = read(client.get(f"Task?owner={HARBOR}&_count=200").json())
    assert {one.resource.status for one in whole.entry} >= {"completed", "rejected", "failed", "cancelled"}
    assert all(one.resource.meta.tag[0].code == "SUBSETTED" for one in whole.entry)
    page: Any = read(client.get("Task?_count=1&status=requested,completed").json())
    assert [one.relation for one in page.link] == ["self", "next"]
    assert getattr(read(client.get("Task?owner=somebody-else").json()), "entry", None) is None


def test_05_a_referral_as_who_made_it_saves_it(sent: Sent) -> None:
    made = sent.send(HARBOR, services=(HARBOR,))
    found: Any = read(sent.manager.client.get(f"/referrals/{made}/fhir.json").json())
    assert [one.resource.get_resource_type() for one in found.entry] == ["ServiceRequest", "Task"]


def test_06_the_check_itself_sees_what_is_wrong() -> None:
    task: dict[str, Any] = {
        "resourceType": "Task",
        "id": "x",
        "status": "requested",
        "intent": "order",
        "authoredOn": "2026-11-26T09:30:00Z",
    }
    task |= {"requester": {"display": "a"}, "owner": {"display": "b"}, "for": {"display": "c"}, "focus": {"display": "d"}}
    read(task)
    for wrong in (
        {"status": "waiting"},
        {"statuses": "requested"},
        {"authoredOn": "yesterday"},
        {"priority": ["urgent"]},
        {"focus": {"reference": "#request"}},
        {"lastModified": "2026-11-25T09:30:00Z"},
    ):
        with pytest.raises((ValueError, AssertionError)):
            read(task | wrong)
