"""Single fields of an area's files, each refused with file, line and field when it is wrong."""

import re
from typing import Any

from alongside.core.travel import Spot
from alongside.library.reading import Reading

Where = tuple[str | int, ...]
ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


def text(reading: Reading, *where: str | int) -> str:
    """Words that are written down and not blank."""
    value = reading.get(*where)
    if not isinstance(value, str) or not value.strip():
        raise reading.mistake("must be words", *where)
    return value.strip()


def slug(reading: Reading, *where: str | int) -> str:
    """An id: small letters, digits, joined by single hyphens or underscores."""
    value = text(reading, *where)
    if not ID.fullmatch(value):
        raise reading.mistake("must be small letters and digits, joined by hyphens", *where)
    return value


def whole(reading: Reading, *where: str | int, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number between two bounds."""
    value = reading.get(*where)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise reading.mistake(f"must be a whole number from {least} to {most}", *where)
    return value


def spot(reading: Reading, *where: str | int) -> Spot:
    """A pair [latitude, longitude] in microdegrees."""
    value = reading.get(*where)
    if not isinstance(value, list) or len(value) != 2:
        raise reading.mistake("must be [latitude, longitude] in whole microdegrees, such as [40760000, -111890000]", *where)
    lat = whole(reading, *where, 0, least=-90_000_000, most=90_000_000)
    return Spot(lat, whole(reading, *where, 1, least=-180_000_000, most=180_000_000))


def rows(reading: Reading, *where: str | int) -> range:
    """The indexes of a list, which may be empty."""
    value = reading.get(*where)
    if not isinstance(value, list):
        raise reading.mistake("must be a list", *where)
    return range(len(value))


def words(reading: Reading, *where: str | int) -> tuple[str, ...]:
    """A list of words; empty where it is not written down."""
    if reading.find(*where) is None:
        return ()
    return tuple(text(reading, *where, index) for index in rows(reading, *where))


def yes(reading: Reading, *where: str | int, otherwise: bool) -> bool:
    """true or false."""
    value: Any = reading.find(*where)
    if value is None:
        return otherwise
    if not isinstance(value, bool):
        raise reading.mistake("must be true or false", *where)
    return value


def check_unique(reading: Reading, part: str, ids: tuple[str, ...]) -> None:
    """Refuse an id that is used twice."""
    for index, id in enumerate(ids):
        if id in ids[:index]:
            raise reading.mistake(f"the id {id} is used twice; ids must differ", part, index, "id")
