"""The doors of a planning world: facilities of the network that a crew brings people to in a crisis, at any hour."""

from alongside.core.rules import Facility
from alongside.library.programs.profile import Profile
from alongside.twin.engine.destinations import is_always
from alongside.twin.people.taking_along import BEDS_FOR_CRISIS
from alongside.twin.planning.world import Door
from alongside.twin.today.places import Places

EVERYBODY = "voluntary"  # planning takes nobody anywhere against their will


def list_doors(profile: Profile) -> list[Facility]:
    """The facilities that a crew brings people to in a crisis, at any hour."""
    return [one for one in profile.rules.facilities.values() if is_door(one) and any(is_bed(one, at) for at in range(len(one.services)))]


def is_door(one: Facility) -> bool:
    """Of the network, and for people in crisis."""
    return not one.out_of_network and (one.kind in BEDS_FOR_CRISIS or not one.may_decline)


def is_bed(one: Facility, at: int) -> bool:
    """Whether this service takes anybody who comes of their own will, always."""
    service = one.services[at]
    return EVERYBODY in service.legal and not service.ward and is_always(service.hours or one.hours)


def doors_of(facilities: list[Facility], places: Places, yes: float) -> tuple[Door, ...]:
    """A door for each service."""
    return tuple(
        Door(facility=one.id, service=service.id, place=places.nearest(one.spot), yes=yes if one.may_decline else 1.0)
        for one in facilities
        for at, service in enumerate(one.services)
        if is_bed(one, at)
    )
