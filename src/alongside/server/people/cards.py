"""The cards of the demo's sign-in page: who there is, and what each is good for trying."""

from typing import Any, NamedTuple

from django.utils.translation import get_language

from alongside.server.people.models import Staff
from alongside.server.people.staff import list_shown
from alongside.server.site.deployment import Deployment


class Card(NamedTuple):
    """One invented person."""

    id: str
    name: str
    role: str
    seat: str
    agency: str
    first: bool


def list_cards(deployment: Deployment) -> list[Card]:
    """Those to begin with first, then everybody else of the roster."""
    language = get_language() or "en"
    return [card(deployment.names, one, language) for one in list_shown()]


def card(names: Any, one: Staff, language: str) -> Card:
    """A person, with role, seat and agency in words."""
    units = {unit.id: unit.call_sign for unit in names.profile.units}
    seat = units.get(one.seat) or (names.facility(one.seat) if one.seat in names.profile.rules.facilities else "")
    if not seat and one.seat:
        seat = names.label(f"desk.{one.seat}", language)
    return Card(
        one.id, one.name, names.label(f"role.{one.role}", language), seat, names.label(f"agency.{one.agency}", language), one.shown_first
    )
