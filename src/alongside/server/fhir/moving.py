"""What a client wants of a task, read from a whole Task or a JSON Patch, and the request that asks the core for it."""

from typing import Any, NamedTuple

from alongside.core.codes import REFERRAL_DECLINED, REFERRAL_FAILED
from alongside.core.referral.state import Ask
from alongside.server.fhir.outcome import Unfit
from alongside.server.fhir.times import instant, read_instant

ASKS = {
    "accepted": "AgreeToReferral",
    "rejected": "DeclineReferral",
    "on-hold": "WaitlistReferral",
    "in-progress": "ScheduleReferral",
    "completed": "ConfirmSeen",
    "failed": "ReportReferralFailed",
}
REASONS = {"rejected": REFERRAL_DECLINED, "failed": REFERRAL_FAILED}
NOT_YOURS = "A task is set to “{status}” by who sent it, not by you. Yours are: {allowed}."
NO_STATUS = "Send the status the task is to have: {allowed}."
NO_REASON = "Say why in statusReason.coding[0].code, one of: {allowed}."
NO_TIME = "Say in executionPeriod.start when the person is expected."
NOT_ITS = "Send the Task of this address: resourceType “Task”, id “{id}”."
NO_PATCH = "Send a JSON Patch: a list of replace, add or test for /status, /statusReason and /executionPeriod."
NOT_SO = "The test of {path} in your patch does not hold. Read the task again."
PARTS = ("status", "statusReason", "executionPeriod")
BELOW = {"/statusReason/text": ("statusReason", "text"), "/executionPeriod/start": ("executionPeriod", "start")}


class Wanted(NamedTuple):
    """The status, why where it asks for a reason, and when where it asks for a time (ms UTC)."""

    status: str
    reason: str
    start: int | None


def as_it_stands(ask: Ask) -> dict[str, Any]:
    """The parts a client may change, as they are now."""
    start = {"start": instant(ask.appointment_at)} if ask.appointment_at is not None else {}
    return {"status": ask.status.value.replace("_", "-"), **({"executionPeriod": start} if start else {})}


def read_task(sent: Any, id: str) -> dict[str, Any]:
    """The parts of a whole Task. Raises ``Unfit`` where it is another resource."""
    if not isinstance(sent, dict) or sent.get("resourceType") != "Task" or sent.get("id") != id:
        raise Unfit(400, "invalid", NOT_ITS.format(id=id))
    return {part: sent[part] for part in PARTS if part in sent}


def read_patch(sent: Any, stands: dict[str, Any]) -> dict[str, Any]:
    """The parts as a JSON Patch (RFC 6902) leaves them. Raises ``Unfit``."""
    if not isinstance(sent, list) or not sent or not all(isinstance(one, dict) for one in sent):
        raise Unfit(400, "invalid", NO_PATCH)
    told = dict(stands)
    for one in sent:
        _patch(told, one.get("op"), one.get("path"), one.get("value"))
    return told


def _patch(told: dict[str, Any], op: Any, path: Any, value: Any) -> None:
    if path in BELOW:
        part, name = BELOW[path]
        below = dict(told[part]) if isinstance(told.get(part), dict) else {}
        _set(below, name, op, path, value)
        told[part] = below
    elif isinstance(path, str) and path.removeprefix("/") in PARTS and path.startswith("/"):
        _set(told, path[1:], op, path, value)
    else:
        raise Unfit(422, "not-supported", NO_PATCH)


def _set(told: dict[str, Any], name: str, op: Any, path: str, value: Any) -> None:
    if op == "test" and told.get(name) != value:
        raise Unfit(409, "conflict", NOT_SO.format(path=path))
    if op not in ("test", "add", "replace"):
        raise Unfit(422, "not-supported", NO_PATCH)
    told[name] = value


def wanted_of(parts: dict[str, Any]) -> Wanted:
    """What is wanted, or ``Unfit`` with what is missing."""
    status = parts.get("status")
    if not isinstance(status, str) or not status:
        raise Unfit(422, "required", NO_STATUS.format(allowed=", ".join(ASKS)))
    period = parts.get("executionPeriod")
    said = period.get("start") if isinstance(period, dict) else None
    return Wanted(status, _reason(parts.get("statusReason")), None if said is None else read_instant(said))


def _reason(said: Any) -> str:
    """The code; a text alone counts where it is one of ours."""
    if not isinstance(said, dict):
        return ""
    coding = said.get("coding")
    first = coding[0] if isinstance(coding, list) and coding and isinstance(coding[0], dict) else {}
    found = first.get("code", said.get("text"))
    return found if isinstance(found, str) else ""


def is_as_wanted(ask: Ask, wanted: Wanted) -> bool:
    """Whether there is nothing to do: the same was sent again."""
    same = wanted.status == ask.status.value.replace("_", "-")
    return same and (wanted.status != "in-progress" or wanted.start in (None, ask.appointment_at)) and wanted.status != "on-hold"


def request_of(ask: Ask, wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """Kind and fields of what the core is asked. Raises ``Unfit`` before anything is asked."""
    kind = ASKS.get(wanted.status)
    if kind is None:
        raise Unfit(422, "business-rule", NOT_YOURS.format(status=wanted.status[:20], allowed=", ".join(ASKS)))
    fields: dict[str, Any] = {"ask": ask.id}
    if allowed := REASONS.get(wanted.status):
        if wanted.reason not in allowed:
            raise Unfit(422, "required", NO_REASON.format(allowed=", ".join(sorted(allowed))))
        fields["reason"] = wanted.reason
    if wanted.status == "in-progress":
        if wanted.start is None:
            raise Unfit(422, "required", NO_TIME)
        fields["scheduled_for"] = wanted.start
    if wanted.status == "on-hold" and wanted.start is not None and wanted.start != ask.appointment_at:
        fields["next_at"] = wanted.start
    return kind, fields
