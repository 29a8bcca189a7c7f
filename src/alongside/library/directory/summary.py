"""A kept service as it is searched: needs, ages, languages, places, hours, when it was confirmed."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from alongside.core.directory.search import fold
from alongside.core.directory.service import Service
from alongside.core.travel import Spot
from alongside.library.directory.licensed import needs_by
from alongside.library.directory.needs import TAXONOMY, needs_of
from alongside.library.directory.times import hours_of

LANGUAGES = {
    "english": "en", "spanish": "es", "creole": "ht", "haitian creole": "ht", "french": "fr", "portuguese": "pt", "russian": "ru",
    "chinese": "zh", "mandarin": "zh", "cantonese": "zh", "vietnamese": "vi", "korean": "ko", "arabic": "ar", "amharic": "am",
    "hebrew": "he", "somali": "so", "japanese": "ja", "samoan": "sm", "tongan": "to", "navajo": "nv", "nepali": "ne", "persian": "fa",
    "swahili": "sw", "american sign language": "asl",
}  # fmt: skip
AGES = (
    (re.compile(r"(\d{1,2})\s*(?:-|–|to)\s*(\d{1,3})\s*(?:years|yrs|year)"), (1, 2)),
    (re.compile(r"(?:ages?|aged)\s+(\d{1,2})\s*(?:-|–|to)\s*(\d{1,3})"), (1, 2)),
    (re.compile(r"(\d{1,2})\s*(?:years|yrs)?(?:\s*old)?\s*(?:and|or)\s*(?:older|over|up)|(\d{1,2})\s*\+"), (1, 0)),
    (re.compile(r"(?:under|younger than)\s+(\d{1,2})\b"), (0, 1)),
)
OLDEST = 150
OFTEN = 60  # an age beyond this is no age of a child; below it “under” speaks of one
AGENCY = "alongside-agency"
NONE: Mapping[str, str] = {}


def summarize(
    body: Mapping[str, Any], organization: Mapping[str, Any] | None, gone_since: int | None = None, licensed: Mapping[str, str] = NONE
) -> Service:
    """The service of this body; ``organization`` is its organization's, where it is known; ``licensed`` is need by code."""
    words = fold(" ".join(_texts(body, organization or {})))
    youngest, oldest = _ages(body)
    places = [link.get("location") or {} for link in body.get("service_at_locations", ())]
    return Service(
        id=body["id"],
        partner=partner_of(body, organization),
        name=str(body.get("name", "")),
        organization=str((organization or {}).get("name", "")),
        needs=needs_of(words, frozenset(_codes(body)) | needs_by(_foreign_codes(body), licensed)),
        youngest=youngest,
        oldest=oldest,
        languages=frozenset(_languages(body, places)),
        spots=tuple(_spots(places or (organization or {}).get("locations", ()))),
        hours=hours_of(_schedules(body, places)),
        status=str(body.get("status", "active")),
        confirmed_at=confirmed_at(body),
        gone_since=gone_since,
        words=words,
    )


def partner_of(body: Mapping[str, Any], organization: Mapping[str, Any] | None) -> str:
    """Whom a referral goes to: the agency with accounts here that the organization is, else the organization, else the service."""
    for one in (organization or {}).get("organization_identifiers", ()):
        if one.get("identifier_type") == AGENCY:
            return str(one["identifier"])
    return str(body.get("organization_id") or body["id"])


def confirmed_at(body: Mapping[str, Any]) -> int | None:
    """When somebody last checked it, in ms UTC: the date of assurance, else of the last change; None where neither is a date."""
    for name in ("assured_date", "last_modified"):
        try:
            moment = datetime.fromisoformat(str(body.get(name, "")))
        except ValueError:
            continue
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    return None


def _texts(body: Mapping[str, Any], organization: Mapping[str, Any]) -> Iterator[str]:
    for name in ("name", "alternate_name", "description", "eligibility_description"):
        yield str(body.get(name, ""))
    yield str(organization.get("name", ""))
    for one in body.get("attributes", ()):
        yield str((one.get("taxonomy_term") or {}).get("name", ""))


def _codes(body: Mapping[str, Any]) -> Iterator[str]:
    for one in body.get("attributes", ()):
        term = one.get("taxonomy_term") or {}
        if term.get("taxonomy") == TAXONOMY:
            yield str(term.get("code", ""))


def _foreign_codes(body: Mapping[str, Any]) -> Iterator[str]:
    terms = (one.get("taxonomy_term") or {} for one in body.get("attributes", ()))
    yield from (str(term["code"]) for term in terms if "code" in term and term.get("taxonomy") != TAXONOMY)


def _ages(body: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The fields where they are there, else what the eligibility plainly says."""
    said = [int(float(body[name])) if _is_age(body.get(name)) else None for name in ("minimum_age", "maximum_age")]
    if any(one is not None for one in said):
        return said[0], said[1]
    text = str(body.get("eligibility_description", "")).casefold()
    for pattern, (low, high) in AGES:
        if found := pattern.search(text):
            groups = [int(one) for one in found.groups() if one]
            youngest, oldest = groups[0] if low else None, groups[high - 1] - (0 if low else 1) if high else None
            return youngest, oldest
    return None, None


def _is_age(value: object) -> bool:
    try:
        return 0 <= float(str(value)) <= OLDEST
    except ValueError:
        return False


def _languages(body: Mapping[str, Any], places: list[Mapping[str, Any]]) -> Iterator[str]:
    for one in (*body.get("languages", ()), *(said for place in places for said in place.get("languages", ()))):
        code = str(one.get("code", "")) or LANGUAGES.get(fold(str(one.get("name", ""))), "")
        if code:
            yield code


def _spots(places: Any) -> Iterator[Spot]:
    for place in places:
        if "latitude" in place and "longitude" in place:
            yield Spot(round(place["latitude"] * 1e6), round(place["longitude"] * 1e6))


def _schedules(body: Mapping[str, Any], places: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The service's own; at its places; of its places: the first of these that says any."""
    at_places = [one for link in body.get("service_at_locations", ()) for one in link.get("schedules", ())]
    return [*body.get("schedules", ())] or at_places or [one for place in places for one in place.get("schedules", ())]
