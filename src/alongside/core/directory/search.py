"""Looking a service up: what fits is kept, what is not known is kept and said, and nothing is ordered by who pays."""

from collections.abc import Iterable
from typing import NamedTuple

from alongside.core.directory.service import CLOSED, OPEN, UNKNOWN, Service
from alongside.core.geography.distance import metres_between
from alongside.core.travel import Spot

FAR = 10**9


class Wanted(NamedTuple):
    """What somebody looks for; what is left empty is not asked for. ``weekday`` and ``minute`` are local."""

    text: str = ""
    need: str = ""
    age: int | None = None
    language: str = ""
    near: Spot | None = None
    within_m: int | None = None
    open_now: bool = False
    weekday: int = 0
    minute: int = 0


class Found(NamedTuple):
    """A service that fits; ``unknown`` names what was asked for and the service does not say."""

    service: Service
    distance_m: int | None
    open: str
    unknown: tuple[str, ...]


def search(services: Iterable[Service], wanted: Wanted, now: int) -> list[Found]:
    """Whatever fits: offered before not offered, open before unknown before closed, said before unsaid, near before far, then by name."""
    words = fold(wanted.text).split()
    found = [one for service in services if (one := _fit(service, wanted, words)) is not None]
    return sorted(found, key=lambda one: _order(one, now))


def fold(text: str) -> str:
    """Letters and digits in small letters: what is typed finds what is written."""
    return " ".join("".join(one if one.isalnum() else " " for one in text.casefold()).split())


def _fit(service: Service, wanted: Wanted, words: list[str]) -> Found | None:
    if wanted.need and wanted.need not in service.needs:
        return None
    if any(word not in service.words for word in words):
        return None
    distance, opens = _distance(service, wanted.near), service.open_at(wanted.weekday, wanted.minute)
    fits = (_fits_age(service, wanted.age), _speaks(service, wanted.language), _is_near(distance, wanted), _is_open(opens, wanted))
    if False in fits:
        return None
    names = ("age", "language", "distance", "hours")
    return Found(service, distance, opens, tuple(name for name, fit in zip(names, fits, strict=True) if fit is None))


def _fits_age(service: Service, age: int | None) -> bool | None:
    """None where it is asked for and not said."""
    if age is None:
        return True
    if service.youngest is None and service.oldest is None:
        return None
    return (service.youngest or 0) <= age <= (FAR if service.oldest is None else service.oldest)


def _speaks(service: Service, language: str) -> bool | None:
    if not language:
        return True
    return None if not service.languages else language in service.languages


def _is_near(distance: int | None, wanted: Wanted) -> bool | None:
    if wanted.near is None or wanted.within_m is None:
        return True
    return None if distance is None else distance <= wanted.within_m


def _is_open(opens: str, wanted: Wanted) -> bool | None:
    if not wanted.open_now:
        return True
    return None if opens == UNKNOWN else opens == OPEN


def _distance(service: Service, near: Spot | None) -> int | None:
    return min((metres_between(near, spot) for spot in service.spots), default=None) if near else None


def _order(one: Found, now: int) -> tuple[object, ...]:
    rank = {OPEN: 0, UNKNOWN: 1, CLOSED: 2}[one.open]
    distance = FAR if one.distance_m is None else one.distance_m
    return (
        not one.service.is_offered,
        len(one.unknown),
        rank,
        distance,
        one.service.is_stale(now),
        one.service.name.casefold(),
        one.service.id,
    )
