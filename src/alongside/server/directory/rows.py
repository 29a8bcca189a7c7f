"""One service as pages show it: what is said, what is not said, how old it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.directory.search import Found
from alongside.core.directory.service import Service
from alongside.core.intake.protocol import Hours
from alongside.library.directory.needs import load_needs
from alongside.server.directory.asked import MILE_M
from alongside.server.site.confirmed import say_confirmed
from alongside.server.site.words import LANGUAGE_NAMES

OPENS = {"open": "Open now", "closed": "Closed now", "unknown": "Hours not known"}
STATUS = {"inactive": "Not active", "defunct": "Closed for good", "temporarily closed": "Closed for a time"}
UNSAID = {"age": "ages not said", "language": "languages not said", "distance": "place not said", "hours": "hours not said"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def found_row(found: Found, now: int, language: str) -> dict[str, Any]:
    """A line of the list."""
    told = service_row(found.service, now, language)
    miles = None if found.distance_m is None else f"{found.distance_m / MILE_M:.1f}"
    return told | {
        "miles": miles,
        "open": found.open,
        "open_word": _(OPENS[found.open]),
        "unsaid": [_(UNSAID[one]) for one in found.unknown],
    }


def service_row(one: Service, now: int, language: str) -> dict[str, Any]:
    """What every page says of it."""
    needs = load_needs()
    return {
        "id": one.id,
        "partner": one.partner,
        "name": one.name,
        "organization": one.organization,
        "needs": [needs[name].labels[language if language in needs[name].labels else "en"] for name in needs if name in one.needs],
        "ages": say_ages(one),
        "languages": sorted(_(LANGUAGE_NAMES.get(code, code)) for code in one.languages),
        "status": _(STATUS[one.status]) if one.status in STATUS else "",
        "gone_since": one.gone_since,
        "offered": one.is_offered,
        "confirmed": say_confirmed(one, now),
        "stale": one.is_stale(now),
    }


def say_ages(one: Service) -> str:
    """“18 and older”, “12 to 17”; "" where nothing is said."""
    if one.oldest is None:
        return _("{age} and older").format(age=one.youngest) if one.youngest else ""
    return _("{from_age} to {to_age} years").format(from_age=one.youngest or 0, to_age=one.oldest)


def say_hours(hours: Iterable[Hours] | None) -> list[str]:
    """Lines such as “Mon, Tue 08:00–17:00”."""
    lines = []
    for one in hours or ():
        days = ", ".join(_(DAYS[day]) for day in sorted(one.weekdays)) if len(one.weekdays) < len(DAYS) else _("Every day")
        whole = (one.from_minute, one.until_minute) == (0, 1440)
        lines.append(f"{days} {_('all day') if whole else f'{_clock(one.from_minute)}–{_clock(one.until_minute)}'}")
    return lines


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def phones_of(body: Mapping[str, Any], organization: Mapping[str, Any]) -> list[str]:
    """The service's own numbers; those of its organization where it has none."""
    listed = body.get("phones") or organization.get("phones") or ()
    return list(dict.fromkeys(str(one["number"]) for one in listed))


def places_of(body: Mapping[str, Any]) -> list[str]:
    """Addresses in one line each."""
    lines = []
    for link in body.get("service_at_locations", ()):
        for one in (link.get("location") or {}).get("addresses", ()):
            parts = (one.get(name) for name in ("address_1", "address_2", "city", "state_province", "postal_code"))
            lines.append(", ".join(str(part) for part in parts if part))
    return list(dict.fromkeys(lines))
