"""Whether a service could take this person now: age, legal status, medical exclusions, ward, hours. Nothing else is asked."""

from alongside.core.asking import Asking
from alongside.core.party import Reason, reason
from alongside.core.refused import Refused
from alongside.core.rules import Facility, Service
from alongside.core.state import Episode

DAY_MINUTES, MINUTE_MS = 1440, 60_000


def misfits(asking: Asking, episode: Episode, facility: Facility, service: Service, legal: str, drive_ms: int = 0) -> tuple[Reason, ...]:
    """Why this service could not take this person, who would be there after the drive. Empty means it fits."""
    found = []
    if episode.minor and service.youngest >= 18:
        found.append(reason("adults_only", youngest=service.youngest))
    if not episode.minor and service.oldest < 18:
        found.append(reason("youth_only", oldest=service.oldest))
    if legal not in service.legal:
        found.append(reason("legal_status", legal=legal))
    if service.ward and episode.wish.ward not in ("", service.ward):
        found.append(reason("other_ward", ward=service.ward))
    latest = {flag: state for flag, state, _ in asking.incident(episode.incident).medical}
    found += [reason("medical", flag=flag) for flag, state in sorted(latest.items()) if state == "yes" and flag in service.excludes]
    return (*found, *_closed(asking, facility, service, asking.now + drive_ms))


def _closed(asking: Asking, facility: Facility, service: Service, at: int) -> tuple[Reason, ...]:
    """Closed when they would arrive, and when it opens; a door that never turns anybody away has no hours."""
    hours = service.hours or facility.hours
    weekday, minute = asking.rules.local.weekday_and_minute(at)
    if not facility.may_decline or not hours or any(one.includes(weekday, minute) for one in hours):
        return ()
    starts = ((day, one.from_minute) for one in hours for day in one.weekdays)
    wait = min(((day - weekday) * DAY_MINUTES + start - minute) % (7 * DAY_MINUTES) for day, start in starts)
    return (reason("closed_then", opens_at=(at // MINUTE_MS + wait) * MINUTE_MS),)


def unasked_exclusions(asking: Asking, episode: Episode, service: Service) -> tuple[str, ...]:
    """Medical signs this service cannot take and nobody has asked about: to be asked before the drive."""
    asked = {flag for flag, state, _ in asking.incident(episode.incident).medical if state in ("yes", "no")}
    return tuple(sorted(service.excludes - asked))


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
