"""What a person can be found by, as short keyed tokens: a few thousand people share each, so equal tokens say little by themselves.

Sixteen bits of an HMAC are kept. Whoever reads the database sees buckets, in no order that means anything; the vault opens what lies in
a bucket and compares the words themselves.
"""

import hmac
import re
from collections.abc import Iterator
from hashlib import sha256

from alongside.server.records.sounding import parts_of, sounds_of

TOKEN_BYTES = 2
DATE = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})")
OTHER_DATE = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")
LOCAL, WHOLE = 7, 10  # digits of a phone number without and with its area
FOUND_BY = {"name": "name", "other_names": "name", "birth_date": "date", "phone": "phone"}


def read_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date written 1984-03-05 or 3/5/1984; None for anything else."""
    if told := DATE.search(text):
        year, month, day = map(int, told.groups())
        return year, month, day
    if told := OTHER_DATE.search(text):
        month, day, year = map(int, told.groups())
        return year, month, day
    return None


def read_phone(text: str) -> str:
    """The digits that count, without the country."""
    return "".join(re.findall(r"\d", text))[-WHOLE:]


def by_name(text: str) -> Iterator[str]:
    """Each spelling of each part, and how it sounds."""
    for part in parts_of(text):
        yield from (f"part:{spelling}" for spelling in part)
        yield from sounds_of(part)


def by_date(text: str) -> Iterator[str]:
    """The day, and two of its three parts: one may have been misheard, or month and day written the other way round."""
    if told := read_date(text):
        year, month, day = told
        low, high = sorted((month, day))
        yield from (f"day:{year}-{low}-{high}", f"of:{year}-m{month}", f"of:{year}-d{day}", f"in:{low}-{high}")


def by_phone(text: str) -> Iterator[str]:
    """The whole number, and its end: the area is often left out."""
    digits = read_phone(text)
    if len(digits) >= LOCAL:
        yield f"line:{digits[-LOCAL:]}"
    if len(digits) == WHOLE:
        yield f"whole:{digits}"


WAYS = {"name": by_name, "date": by_date, "phone": by_phone}


def tokens_of(key: bytes, field: str, text: str) -> tuple[bytes, ...]:
    """The tokens of what was said in this field; () for fields nobody is found by."""
    way = WAYS.get(FOUND_BY.get(field, ""))
    return tuple(sorted({token(key, said) for said in way(text)})) if way else ()


def token(key: bytes, said: str) -> bytes:
    """The first sixteen bits of its HMAC."""
    return hmac.new(key, said.encode(), sha256).digest()[:TOKEN_BYTES]
