"""A referral as FHIR R4: one ServiceRequest, and a Task for each organization that was asked (SDOH Clinical Care). Ids and codes only."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, JsonResponse

from alongside.core.referral.state import Ask, Referral
from alongside.library.directory.needs import load_needs
from alongside.server.referral.seeing import referral_of
from alongside.server.site.coded import word
from alongside.server.site.looking import Look, look
from alongside.server.site.routes import page

GUIDE = "http://hl7.org/fhir/us/sdoh-clinicalcare"
CATEGORIES = f"{GUIDE}/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
FULFILL = {"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill"}
WHOLE = {"completed": "completed", "cancelled": "revoked"}
NEEDS_REASON = frozenset({"rejected", "cancelled", "on_hold", "failed"})
REASONS = {"rejected": "referral_declined", "failed": "referral_failed"}


@page("referral")
def as_fhir(request: HttpRequest, referral: str) -> JsonResponse:
    """A Bundle for whoever sees to it."""
    with look(request) as seen:
        found = referral_of(seen, referral)
        asks = [one for id in found.asks if (one := seen.view.board.asks.find(id))]
        entries = [service_request(seen, found), *(task(found, one, _subject(seen, found)) for one in asks)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in entries]}
    return JsonResponse(bundle, content_type="application/fhir+json")


def service_request(seen: Look, one: Referral) -> dict[str, Any]:
    """What is asked for; its state is the owner's."""
    need = load_needs().get(one.need)
    category = {"system": CATEGORIES, "code": need.sdoh if need else "sdoh-category-unspecified"}
    return {
        "resourceType": "ServiceRequest",
        "id": one.id,
        "meta": {"profile": [f"{GUIDE}/StructureDefinition/SDOHCC-ServiceRequest"]},
        "status": WHOLE.get(one.status.value, "active"),
        "intent": "order",
        "category": [{"coding": [category]}],
        "priority": _priority(one),
        "code": {"text": need.labels["en"] if need else one.need},
        "subject": _subject(seen, one),
        "authoredOn": _moment(one.made_at),
        "requester": {"identifier": {"value": one.made_by}},
    }


def task(referral: Referral, one: Ask, subject: dict[str, Any]) -> dict[str, Any]:
    """What one organization was asked, and where that stands."""
    told = {
        "resourceType": "Task",
        "id": one.id,
        "meta": {"profile": [f"{GUIDE}/StructureDefinition/SDOHCC-TaskForReferralManagement"]},
        "status": one.status.value.replace("_", "-"),
        "intent": "order",
        "priority": _priority(referral),
        "code": {"coding": [FULFILL]},
        "focus": {"reference": f"ServiceRequest/{referral.id}"},
        "for": subject,
        "authoredOn": _moment(one.at),
        "requester": {"identifier": {"value": referral.made_by}},
        "owner": {"identifier": {"value": one.partner}},
    }
    if one.status.value in NEEDS_REASON:
        table = REASONS.get(one.status.value)
        told["statusReason"] = {"text": word(table, one.reason) if table else word("ask_status", one.status)}
    return told


def _priority(one: Referral) -> str:
    return "urgent" if one.urgent else "routine"


def _subject(seen: Look, one: Referral) -> dict[str, Any]:
    """The record by its id, which says nothing."""
    episode = seen.view.board.episodes.find(one.episode)
    return {"identifier": {"value": (episode.person if episode else "") or one.episode}}


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
