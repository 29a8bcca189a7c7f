"""Whether somebody could be a relative of whoever's record they read: same family name and same address or phone, or the same phone.

The words compared here go nowhere else; what leaves this module is a code for each person.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from alongside.server.records.finding import Finder
from alongside.server.records.fitting import fit_phone
from alongside.server.records.sounding import fold, parts_of

NAME_ADDRESS, NAME_PHONE, PHONE = "kin_name_address", "kin_name_phone", "kin_phone"
KIN = (NAME_ADDRESS, NAME_PHONE, PHONE)
COMPARED = ("address", "name", "other_names", "phone")
SHORT = {
    "street": "st", "avenue": "ave", "av": "ave", "road": "rd", "drive": "dr", "lane": "ln", "boulevard": "blvd", "court": "ct",
    "circle": "cir", "place": "pl", "north": "n", "south": "s", "east": "e", "west": "w", "apt": "", "apartment": "", "unit": "", "no": "",
}  # fmt: skip
DIRECTIONS = frozenset("nsew")


class Own(NamedTuple):
    """What a member of staff is compared by: the name others read, and what they gave of their own."""

    name: str
    phone: str = ""
    address: str = ""


class Finds(Protocol):
    """The vault, as far as this goes."""

    finder: Finder


def list_kin(vault: Finds, own: Own, people: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """One of ``KIN`` for each person who could be a relative. ``people``: the owners of words (record, episodes) of each."""
    owners = {owner: person for person, its in people.items() for owner in its}
    known: dict[str, dict[str, list[str]]] = {}
    for owner, told in vault.finder.open_alike({"name": own.name, "phone": own.phone}, sorted(owners), COMPARED).items():
        of = known.setdefault(owners[owner], {})
        for field, texts in told.items():
            of.setdefault(field, []).extend(texts)
    found = {person: kin_by(own, told) for person, told in known.items()}
    return {person: code for person, code in found.items() if code}


def kin_by(own: Own, told: Mapping[str, list[str]]) -> str:
    """The strongest evidence there is, or "". A name by itself is none: namesakes are many."""
    name = any(families_of(own.name) & families_of(one) for field in ("name", "other_names") for one in told.get(field, ()))
    phone = bool(fit_phone(own.phone, told.get("phone", ())))
    if name and any(is_same_address(own.address, one) for one in told.get("address", ())):
        return NAME_ADDRESS
    return NAME_PHONE if name and phone else PHONE if phone else ""


def families_of(name: str) -> frozenset[str]:
    """The spellings of the family names: what stands before a comma, else all but the first part; both surnames of two count."""
    before, comma, _ = name.partition(",")
    parts = parts_of(before) if comma else parts_of(name)[1:]
    return frozenset(spelling for part in parts for spelling in part)


def is_same_address(one: str, other: str) -> bool:
    """The same house on the same street, however it is shortened; a flat that only one of the two names is no difference."""
    few, many = sorted((_words(one), _words(other)), key=len)
    named = [word for word in few if word not in DIRECTIONS]
    return len(named) > 1 and any(word[0].isdigit() for word in few) and few[0] == many[0] and set(few) <= set(many)


def _words(address: str) -> list[str]:
    return list(_shortened(re.findall(r"[^\W_]+", fold(address.partition(",")[0]))))


def _shortened(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if short := SHORT.get(word, word):
            yield short
