"""What is kept as HSDS 3.1: a page of full services, each with its organization, as the interface of the specification gives it."""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from alongside.library.directory.entries import own_id
from alongside.library.directory.needs import TAXONOMY, load_needs
from alongside.library.directory.spec import CHILDREN, ONE, SHAPES

UNSAID: Mapping[str, Mapping[str, Any]] = {  # what 3.1 asks for and older files leave out
    "organization": {"description": ""},
    "program": {"description": ""},
    "service": {"status": "active"},
    "location": {"location_type": "physical"},
    "address": {"address_1": "", "city": "", "state_province": "", "postal_code": "", "country": "US", "address_type": "physical"},
    "taxonomy_term": {"description": ""},
    "organization_identifier": {"identifier_type": ""},
}


def export(services: Sequence[Mapping[str, Any]], organizations: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """One page with all of them."""
    contents = [_service(one, organizations.get(str(one.get("organization_id", "")))) for one in services]
    count = len(contents)
    page = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count, "first_page": True, "last_page": True}
    return {**page, "empty": not count, "contents": contents}


def _service(body: Mapping[str, Any], organization: Mapping[str, Any] | None) -> dict[str, Any]:
    told = told_as("service", body)
    return {**told, "organization": told_as("organization", organization)} if organization else told


def told_as(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The object with the fields of its kind only, of their types, and those that must be there."""
    shape = SHAPES[kind]
    told: dict[str, Any] = {}
    for name, value in {**UNSAID.get(kind, {}), **body}.items():
        if name not in shape.fields:
            continue
        if name in CHILDREN and isinstance(value, list):
            told[name] = [told_as(CHILDREN[name], one) for one in value]
        elif name in ONE and isinstance(value, Mapping):
            told[name] = told_as(name, value)
        elif name in shape.numbers:
            told |= _number(name, value)
        elif value is not None and not isinstance(value, list | dict):
            told |= {name: str(value)} if _may_say(shape.among.get(name), str(value)) else {}
    return told


def _may_say(among: tuple[str, ...] | None, value: str) -> bool:
    return among is None or value in among


def _number(name: str, value: object) -> dict[str, Any]:
    try:
        number = float(str(value))
    except ValueError:
        return {}
    if not isfinite(number):
        return {}
    return {name: int(number) if number.is_integer() else number}


def need_attribute(service: str, need: str) -> dict[str, Any]:
    """One of our needs as an attribute of a service."""
    label = load_needs()[need].labels["en"]
    term = {"id": own_id("alongside", "taxonomy_term", need), "code": need, "name": label, "description": label, "taxonomy": TAXONOMY}
    ids = {"id": own_id("alongside", "attribute", f"{service}/{need}"), "link_id": service, "link_entity": "service"}
    return {**ids, "taxonomy_term_id": term["id"], "taxonomy_term": term}
