"""Link-SF's own shape (San Francisco): places that hold services, by id; times as 1930; put into HSDS terms."""

from collections.abc import Mapping
from typing import Any

KEPT = ("id", "name", "description", "application_process")
GENDERS = {"F": "Women", "M": "Men"}


def is_link_sf(whole: Any) -> bool:
    """Whether this is one of its two files: objects by their own id."""
    if not isinstance(whole, dict) or not whole:
        return False
    return all(isinstance(one, dict) and one.get("id") == id for id, one in whole.items())


def read_link_sf(whole: Mapping[str, Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """As tables of HSDS, nested. Organizations and places are told apart by what they hold."""
    places = [one for one in whole.values() if _is_place(one)]
    organizations = [_organization(one) for one in whole.values() if not _is_place(one)]
    services = [_service(one, place) for place in places for one in (place.get("services") or {}).values()]
    return {"organizations": organizations, "locations": [_place(one) for one in places], "services": services}


def _is_place(one: Mapping[str, Any]) -> bool:
    return "physical_address" in one or "services" in one


def _organization(one: Mapping[str, Any]) -> dict[str, Any]:
    phones = [{"number": phone.get("number"), "description": phone.get("department")} for phone in one.get("phones") or ()]
    told = {"id": one["id"], "name": one.get("name"), "description": one.get("long_description"), "website": one.get("url")}
    return {**told, "phones": phones}


def _place(one: Mapping[str, Any]) -> dict[str, Any]:
    address = one.get("physical_address") or {}
    told = {name: one.get(name) for name in ("id", "name", "description", "latitude", "longitude", "organization_id")}
    at = {"address_1": address.get("address_1"), "city": address.get("city"), "state_province": "CA", "country": "US"}
    return {**told, "addresses": [at] if address else []}


def _service(one: Mapping[str, Any], place: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: one.get(name) for name in KEPT}
    asked = one.get("eligibility") or {}
    who = [GENDERS.get(asked.get("gender") or "", ""), str(asked.get("age_group") or "")]
    told |= {"organization_id": place.get("organization_id"), "eligibility_description": ", ".join(part for part in who if part)}
    link = {"id": f"{one['id']}-{place['id']}", "location_id": place["id"]}
    schedules = [_schedule(part) for part in one.get("schedules") or ()]
    term = {"id": f"link-sf-{one['taxonomy']}", "name": one["taxonomy"], "taxonomy": "Link-SF"} if one.get("taxonomy") else None
    attributes = [{"taxonomy_term": term}] if term else []
    return {**told, "status": "active", "service_at_locations": [link], "schedules": schedules, "attributes": attributes}


def _schedule(one: Mapping[str, Any]) -> dict[str, Any]:
    times = {name: _clock(one.get(name)) for name in ("opens_at", "closes_at")}
    return {"weekday": one.get("weekday"), "freq": "WEEKLY", **times}


def _clock(number: object) -> str:
    """1930 is 19:30."""
    return f"{number // 100:02}:{number % 100:02}" if isinstance(number, int) else ""
