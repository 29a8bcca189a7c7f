"""What one organization was asked, as a FHIR R4 Task (SDOH Clinical Care); who for only once it agreed, and only to who reads that task."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.referral.state import Ask, Referral
from alongside.library.directory.needs import load_needs
from alongside.server.fhir.outcome import Resource
from alongside.server.fhir.times import instant
from alongside.server.site.coded import word
from alongside.server.site.record_codes import coded

GUIDE = "http://hl7.org/fhir/us/sdoh-clinicalcare"
CATEGORIES = f"{GUIDE}/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
FULFILL = {"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill"}
RESTRICTED = {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}
SUBSETTED = {"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "SUBSETTED"}
REASONS = {"rejected": "referral_declined", "failed": "referral_failed"}
NEEDS_REASON = frozenset({"rejected", "cancelled", "on_hold", "failed"})
PHONES = ("safe_number", "phone")


class Told(NamedTuple):
    """One field of words that this client may read."""

    field: str
    text: str


def version_of(ask: Ask) -> str:
    """The entity tag of a task as it stands."""
    return f'W/"{ask.version}"'


def task_of(board: Board, ask: Ask, now: int, told: Sequence[Told] | None = None) -> Resource:
    """The resource. ``told`` None: one of a list, without who for."""
    referral = board.referrals.reach(ask.referral)
    resource: Resource = {
        "resourceType": "Task",
        "id": ask.id,
        "meta": _meta(ask, told is None),
        "contained": [_request(board, referral, ask, now), *([_patient(told)] if told else [])],
        "status": ask.status.value.replace("_", "-"),
        "intent": "order",
        "priority": "urgent" if referral.urgent else "routine",
        "code": {"coding": [FULFILL]},
        "focus": {"reference": "#request"},
        "for": {"reference": "#person"} if told else {"identifier": {"value": ask.id}},
        "authoredOn": instant(ask.at),
        "lastModified": instant(ask.changed_at),
        "requester": {"identifier": {"value": "alongside"}},
        "owner": {"identifier": {"value": ask.partner}},
    }
    return resource | _standing(referral, ask) | _note(told or ())


def _meta(ask: Ask, is_part: bool) -> Resource:
    return {
        "versionId": str(ask.version),
        "lastUpdated": instant(ask.changed_at),
        "profile": [f"{GUIDE}/StructureDefinition/SDOHCC-TaskForReferralManagement"],
        "security": [RESTRICTED],
        **({"tag": [SUBSETTED]} if is_part else {}),
    }


def _standing(referral: Referral, ask: Ask) -> Resource:
    """By when, when, and why not."""
    found: Resource = {}
    if ask.is_open and referral.is_open:
        found["restriction"] = {"period": {"end": instant(referral.due_at)}}
    if ask.appointment_at is not None:
        found["executionPeriod"] = {"start": instant(ask.appointment_at)}
    if ask.status.value in NEEDS_REASON:
        table = REASONS.get(ask.status.value)
        text = word(table, ask.reason) if table else word("ask_status", ask.status)
        found["statusReason"] = {"text": text, **({"coding": [{"code": ask.reason}]} if table else {})}
    return found


def _request(board: Board, referral: Referral, ask: Ask, now: int) -> Resource:
    """What is needed: need, age band and language, nothing by which anybody could be known."""
    need, episode, incident = load_needs().get(referral.need), board.episodes.find(ask.episode), board.incidents.find(ask.incident)
    person = board.people.find(episode.person) if episode else None
    details = [coded("age", person.age_at(now) if person else "unknown")]
    if incident and incident.language:
        details.append(word("language", incident.language))
    return {
        "resourceType": "ServiceRequest",
        "id": "request",
        "status": "active" if referral.is_open else "completed" if referral.status.value == "completed" else "revoked",
        "intent": "order",
        "category": [{"coding": [{"system": CATEGORIES, "code": need.sdoh if need else "sdoh-category-unspecified"}]}],
        "code": {"text": need.labels["en"] if need else referral.need},
        "orderDetail": [{"text": one} for one in details],
        "subject": {"identifier": {"value": ask.id}},
    }


def _patient(told: Iterable[Told]) -> Resource:
    """What a service that agreed may know, as far as the rules and a consent open it."""
    said = {one.field: one.text for one in told}
    found: Resource = {"resourceType": "Patient", "id": "person"}
    if "name" in said:
        found["name"] = [{"text": said["name"]}]
    if phones := [said[field] for field in PHONES if field in said]:
        found["telecom"] = [{"system": "phone", "value": phone, "rank": rank} for rank, phone in enumerate(phones, 1)]
    if "spoken_language" in said:
        found["communication"] = [{"language": {"text": said["spoken_language"]}}]
    return found


def _note(told: Iterable[Told]) -> Resource:
    notes = [{"text": one.text} for one in told if one.field == "referral_note"]
    return {"note": notes} if notes else {}
