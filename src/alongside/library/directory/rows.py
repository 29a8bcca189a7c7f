"""One row of a directory's file, under the names of HSDS 3.1, whichever version wrote it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

Plain = dict[str, Any]
# Names of tables as the versions and their exports write them; what is not here is not read.
TABLES: Mapping[str, str] = {
    "organizations": "organization", "services": "service", "locations": "location", "programs": "program", "phones": "phone",
    "contacts": "contact", "services_at_location": "service_at_location", "services_at_locations": "service_at_location",
    "service_at_locations": "service_at_location", "physical_addresses": "address", "postal_addresses": "address",
    "addresses": "address", "regular_schedules": "schedule", "schedules": "schedule", "holiday_schedules": "schedule",
    "languages": "language", "accessibility_for_disabilities": "accessibility", "eligibility": "eligibility",
    "services_taxonomy": "attribute", "service_taxonomy": "attribute", "service_attributes": "attribute",
    "other_attributes": "attribute", "attributes": "attribute", "taxonomy": "taxonomy_term", "taxonomy_terms": "taxonomy_term",
    "taxonomies": "taxonomy", "service_areas": "service_area", "required_documents": "required_document",
    "cost_options": "cost_option", "fundings": "funding", "service_capacities": "service_capacity", "units": "unit",
    "organization_identifiers": "organization_identifier", "urls": "url", "metadata": "metadata",
}  # fmt: skip
KNOWN = frozenset(TABLES.values())
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "organization": {"url": "website"},
    "attribute": {"taxonomy_id": "taxonomy_term_id"},
    "taxonomy_term": {"term": "name", "vocabulary": "taxonomy"},
    "address": {"type": "address_type"},
    "language": {"language": "name"},
    "accessibility": {"accessibility": "description"},
    "service": {"fees": "fees_description"},
}
DAYS = {
    "monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR", "saturday": "SA", "sunday": "SU",
}  # fmt: skip
ODD = re.compile(r"[<&#\\]|  ")
TAG, MARKS, SPACES = re.compile(r"</?[a-zA-Z][^<>]*>"), re.compile(r"###\w{1,12}###|\\[rn]"), re.compile(r"[ \t]+")


class Row(NamedTuple):
    """A row, or a nested object, with the words for where it stands."""

    table: str
    where: str
    values: Plain


def table_of(name: str) -> str:
    """The kind of object in a table of that name; "" where HSDS has none."""
    folded = name.casefold().replace("-", "_")
    return TABLES.get(folded) or TABLES.get(f"{folded}s") or (folded if folded in KNOWN else "")


def put_right(table: str, values: Mapping[str, Any]) -> Plain:
    """The same under today's names: text cleaned, empty fields left out. Nested lists and objects are kept."""
    renamed = COLUMNS.get(table, {})
    plain: Plain = {}
    for name, value in values.items():
        told = clean(value) if isinstance(value, str) else value
        if name and told not in ("", None):
            plain.setdefault(renamed.get(name, name) if renamed.get(name) not in values else name, told)
    return _put_schedule_right(plain) if table == "schedule" else plain


def clean(text: str) -> str:
    """Without tags, leftover marks of other systems and control characters; line breaks stay."""
    if text.isprintable() and not ODD.search(text):
        return text.strip()
    plain = unescape(TAG.sub(" ", MARKS.sub("\n", text))).replace("\r\n", "\n")
    plain = "".join(one for one in plain if one == "\n" or one.isprintable())
    return "\n".join(line for part in plain.split("\n") if (line := SPACES.sub(" ", part).strip()))


def _put_schedule_right(plain: Plain) -> Plain:
    """Before 2.0 a day stood in ``weekday``; some exports put the times of day into ``dtstart`` and ``until``."""
    if day := plain.pop("weekday", None):
        plain.setdefault("byday", day)
    for old, new in (("dtstart", "opens_at"), ("until", "closes_at")):
        if ":" in str(plain.get(old, "")) or "hour" in str(plain.get(old, "")).casefold():
            plain.setdefault(new, plain.pop(old))
    if text := plain.pop("original_text", None):
        plain.setdefault("description", text)
    if "byday" in plain:
        plain["byday"] = ",".join(_days(str(plain["byday"])))
    return plain


def _days(text: str) -> Iterator[str]:
    for part in text.split(","):
        name = part.strip()
        yield DAYS.get(name.casefold(), name.upper())
