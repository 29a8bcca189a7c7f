"""The words of codes that the console's scripts show and complete, in the page's language."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.core.codes import Level
from alongside.server.site import coded
from alongside.server.site.names import Names

CHOICE_REASON = {
    "closer": "Closer than shown", "knows_person": "Knows the person", "person_asked": "The person asked for them",
    "crew_asked": "The crew asked for it", "skills": "Better skills for this", "safety": "Safer for the crew",
    "keeps_cover": "Keeps an area covered", "supervisor": "Supervisor decided", "other": "Another reason",
}  # fmt: skip
CANCEL_REASON = {
    "no_longer_needed": "No longer needed", "duplicate": "Duplicate", "taken_in_error": "Taken in error",
    "handled_elsewhere": "Handled elsewhere",
    "caller_cancelled": "The caller canceled", "closer_unit": "A closer unit goes", "other": "Another reason",
}  # fmt: skip
REOPEN_REASON = {
    "called_again": "Called again",
    "closed_in_error": "Closed in error",
    "new_information": "New information",
    "other": "Another reason",
}
LATER_REASON = {
    "appointment": "By appointment", "somebody_home": "Somebody will be home", "team_on_duty": "The right team comes on duty",
    "person_asked": "The person asked for it", "other": "Another reason",
}  # fmt: skip
DISPOSITION_SHORT = {
    "resolved": "Resolved here", "phone": "Resolved by phone", "referred": "Referred", "declined": "Declined services",
    "notfound": "Not found",
    "voluntary": "Goes along, voluntarily", "ems": "By ambulance", "arrested": "Arrested", "cited": "Cited",
    "none": "Not behavioral health",
}  # fmt: skip
OWN = {
    "choice_reason": CHOICE_REASON, "cancel_reason": CANCEL_REASON, "reopen_reason": REOPEN_REASON, "later_reason": LATER_REASON,
    "disposition_short": DISPOSITION_SHORT,
}  # fmt: skip
SHARED = ("status", "weapon", "weapon_place", "weapon_state", "police", "out_reason", "language", "end", "hazard")
PREFIXED = ("crew", "requirement")

Codes = dict[str, dict[str, str]]


def codes_for(names: Names, language: str) -> Codes:
    """{group: {code: words}}, each group in the order in which it is offered."""
    shared = {group: _translated(coded.TABLES[group]) for group in SHARED}
    own = {group: _translated(table) for group, table in OWN.items()}
    labels = {group: _labels(names, group, language) for group in PREFIXED}
    facilities = {id: facility.label for id, facility in names.profile.rules.facilities.items()}
    levels = {str(int(level)): names.label(f"level.{int(level)}", language) for level in sorted(Level, reverse=True)}
    return {**shared, **own, **labels, "medical": _translated(coded.RED_FLAG), "place": facilities, "level": levels}


def _translated(table: Mapping[str, str]) -> dict[str, str]:
    return {code: _(text) for code, text in table.items()}


def _labels(names: Names, group: str, language: str) -> dict[str, str]:
    keys = [key for key in names.profile.labels if key.startswith(f"{group}.")]
    return {key.partition(".")[2]: names.label(key, language) for key in keys}
