"""The objects of the Human Services Data Specification 3.1: field names, which must be there, which are numbers, what they hold.

Human Services Data Specification: an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0.
"""

from collections.abc import Mapping
from typing import NamedTuple

CHILDREN: Mapping[str, str] = {
    "phones": "phone", "contacts": "contact", "schedules": "schedule", "languages": "language", "addresses": "address",
    "accessibility": "accessibility", "attributes": "attribute", "service_areas": "service_area", "funding": "funding",
    "service_at_locations": "service_at_location", "required_documents": "required_document", "cost_options": "cost_option",
    "capacities": "service_capacity", "organization_identifiers": "organization_identifier", "programs": "program",
    "locations": "location", "metadata": "metadata", "additional_urls": "url", "additional_websites": "url",
}  # fmt: skip
ONE = frozenset({"organization", "program", "location", "taxonomy_term", "unit"})
STATUSES = ("active", "inactive", "defunct", "temporarily closed")
PLACES = ("physical", "postal", "virtual")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Shape(NamedTuple):
    """One kind of object. ``among``: fields whose values are a closed list."""

    required: frozenset[str]
    texts: frozenset[str]
    numbers: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    among: Mapping[str, tuple[str, ...]] = {}

    @property
    def fields(self) -> frozenset[str]:
        """Every field it may have."""
        return self.texts | self.numbers | self.holds


def _of(required: str, texts: str, numbers: str = "", holds: str = "", **among: tuple[str, ...]) -> Shape:
    every = f"attributes metadata {holds}" if holds != "-" else ""
    return Shape(frozenset(required.split()), frozenset(f"id {texts}".split()), frozenset(numbers.split()), frozenset(every.split()), among)


SHAPES: Mapping[str, Shape] = {
    "organization": _of(
        "id name description",
        "name alternate_name description email website tax_status tax_id legal_status logo uri parent_organization_id",
        "year_incorporated",
        "funding contacts phones locations programs organization_identifiers additional_websites",
    ),
    "program": _of("id name description", "organization_id name alternate_name description"),
    "service": _of(
        "id name status",
        "organization_id program_id name alternate_name description url email status interpretation_services application_process "
        "fees_description wait_time fees accreditations eligibility_description assured_date assurer_email licenses alert last_modified",
        "minimum_age maximum_age",
        "phones schedules service_areas service_at_locations languages organization funding cost_options program required_documents "
        "contacts capacities additional_urls",
        status=STATUSES,
    ),
    "service_at_location": _of("id", "service_id location_id description", "", "service_areas contacts phones schedules location"),
    "location": _of(
        "id location_type",
        "location_type url organization_id name alternate_name description transportation external_identifier external_identifier_type",
        "latitude longitude",
        "languages addresses contacts accessibility phones schedules",
        location_type=PLACES,
    ),
    "phone": _of(
        "id number",
        "location_id service_id organization_id contact_id service_at_location_id number type description", "extension", "languages",
    ),
    "contact": _of(
        "id", "organization_id service_id service_at_location_id location_id name title department email", "", "phones"
    ),
    "address": _of(
        "id address_1 city state_province postal_code country address_type",
        "location_id attention address_1 address_2 city region state_province postal_code country address_type",
        address_type=PLACES,
    ),
    "schedule": _of(
        "id",
        "service_id location_id service_at_location_id valid_from valid_to dtstart until wkst freq byday byweekno bymonthday byyearday "
        "description opens_at closes_at schedule_link attending_type notes",
        "timezone count interval",
        wkst=DAYS,
        freq=("WEEKLY", "MONTHLY"),
    ),
    "language": _of("id", "service_id location_id phone_id name code note"),
    "accessibility": _of("id", "location_id description details url"),
    "service_area": _of("id", "service_id service_at_location_id name description extent extent_type uri"),
    "required_document": _of("id", "service_id document uri"),
    "cost_option": _of("id service_id", "service_id valid_from valid_to option currency amount_description", "amount"),
    "funding": _of("id", "organization_id service_id source"),
    "service_capacity": _of("id unit available updated", "service_id unit_id description updated", "available maximum", "unit"),
    "unit": _of("id name", "name scheme identifier uri"),
    "organization_identifier": _of(
        "id identifier_type identifier", "organization_id identifier_scheme identifier_type identifier"
    ),
    "url": _of("id url", "label url organization_id service_id"),
    "attribute": _of("id", "link_id taxonomy_term_id link_type link_entity value label", "", "taxonomy_term"),
    "taxonomy_term": _of("id name description", "code name description parent_id taxonomy language taxonomy_id term_uri", "", "metadata"),
    "metadata": _of(
        "id last_action_date last_action_type field_name previous_value replacement_value updated_by",
        "resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value updated_by", "", "-",
    ),
}  # fmt: skip
