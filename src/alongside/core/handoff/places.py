"""Which places could receive a person, in order, and why. Payer is not an input anywhere."""

from dataclasses import dataclass

from alongside.core.asking import Asking
from alongside.core.party import Reason, reason
from alongside.core.refused import Refused
from alongside.core.rules import Facility, Service
from alongside.core.state import Episode
from alongside.core.travel import Mode, Spot


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """One service of one facility for one person. ``free`` is None where the facility has not said."""

    facility: str
    service: str
    fits: bool
    free: int | None
    updated_at: int | None
    drive_ms: int | None
    reasons: tuple[Reason, ...]


def misfits(asking: Asking, episode: Episode, facility: Facility, service: Service, legal: str) -> tuple[Reason, ...]:
    """Why this service could not take this person: age, legal status, medical exclusions. Empty means it fits."""
    found = []
    if episode.minor and service.youngest >= 18:
        found.append(reason("adults_only", youngest=service.youngest))
    if not episode.minor and service.oldest < 18:
        found.append(reason("youth_only", oldest=service.oldest))
    if legal not in service.legal:
        found.append(reason("legal_status", legal=legal))
    latest = {flag: state for flag, state, _ in asking.incident(episode.incident).medical}
    found += [reason("medical", flag=flag) for flag, state in sorted(latest.items()) if state == "yes" and flag in service.excludes]
    return tuple(found)


def must_have(asking: Asking, facility: str, service: str) -> Service:
    """The service of that facility, or ``Refused`` with ``facility_unknown`` or ``service_unknown``."""
    asking.place(facility)
    wanted = next((one for one in asking.rules.facilities[facility].services if one.id == service), None)
    if wanted is None:
        raise Refused("service_unknown", facility=facility, service=service)
    return wanted


def must_fit(asking: Asking, episode: Episode, facility: str, service: str, legal: str) -> None:
    """Refuse a place that cannot take this person, with the first reason."""
    wanted, place = must_have(asking, facility, service), asking.rules.facilities[facility]
    against = misfits(asking, episode, place, wanted, legal)
    if against and place.may_decline:
        raise Refused("place_does_not_fit", facility=facility, why=against[0].code)


def list_places(asking: Asking, episode: Episode, origin: Spot | None, legal: str = "voluntary") -> tuple[PlaceOption, ...]:
    """Every service of every destination, best first: fit, free, in network, then the shorter drive (practice.md: transfer of care)."""
    wanted = asking.rules.program.destinations or tuple(asking.rules.facilities)
    facilities = [asking.rules.facilities[id] for id in wanted if id in asking.rules.facilities]
    drives = _drives(asking, facilities, origin)
    options = [
        _option(asking, episode, facility, service, legal, drive)
        for facility, drive in zip(facilities, drives, strict=True)
        for service in facility.services
    ]
    return tuple(sorted(options, key=lambda one: (not one.fits, one.free == 0, one.drive_ms is None, one.drive_ms or 0)))


def _drives(asking: Asking, facilities: list[Facility], origin: Spot | None) -> list[int | None]:
    if origin is None:
        return [None] * len(facilities)
    return [asking.travel.drive_ms([origin], facility.spot, Mode.NORMAL)[0] for facility in facilities]


def _option(asking: Asking, episode: Episode, facility: Facility, service: Service, legal: str, drive: int | None) -> PlaceOption:
    place = asking.place(facility.id)
    against = misfits(asking, episode, facility, service, legal)
    free, updated = place.free.get(service.id), place.updated_at.get(service.id)
    reasons = against or (reason("fits", kind=facility.kind),)
    stale = updated is None or asking.now - updated > asking.rules.clocks.capacity_stale_ms
    reasons += (reason("call_to_confirm"),) if stale else ()
    reasons += (reason("diverting"),) if place.diverting else ()
    return PlaceOption(facility.id, service.id, not against, free, updated, drive, reasons)
