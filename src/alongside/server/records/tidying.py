"""What a record says of somebody, as columns that can be compared: names, day of birth, phone, house, street, postcode."""

import re
from collections.abc import Iterator, Mapping, Sequence

from alongside.server.records.sounding import fold, parts_of
from alongside.server.records.tokens import LOCAL, read_date, read_phone

COMPARED = ("name", "other_names", "birth_date", "phone", "address")
POSTCODE = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$")
HOUSE = re.compile(r"^\s*(?:#|no\.?\s*)?(\d+)\w?\b[\s,]*")
MOST_NAMES = 4  # rows of one record: more names than this find nobody better

Row = dict[str, str]


def rows_of(record: str, said: Mapping[str, Sequence[str]]) -> list[Row]:
    """One row for each name the person goes by; none where there is neither a name nor anything else to compare."""
    rest = {**_date(said.get("birth_date", ())), **_phone(said.get("phone", ())), **_address(said.get("address", ()))}
    spoken = [*said.get("name", ()), *(part for text in said.get("other_names", ()) for part in re.split(r"[;,/]", text))]
    names = list(dict.fromkeys(name for text in spoken for name in names_of(text)))[:MOST_NAMES]
    if not names and not rest:
        return []
    return [{"record": f"{record}#{at}", **_named(*name), **rest} for at, name in enumerate(names or [("", "")])]


def names_of(text: str) -> Iterator[tuple[str, str]]:
    """(given name, surname): the first and the last part, and of two surnames the first, which papers often give alone."""
    if text.count(",") == 1:  # Quigg, Rosalind
        text = " ".join(reversed(text.split(",")))
    parts = [max(sorted(part), key=len) for part in parts_of(text)]
    if len(parts) == 1:
        yield (parts[0], "")
    elif parts:
        yield (parts[0], parts[-1])
        if len(parts) > 2:  # noqa: PLR2004
            yield (parts[0], parts[-2])


def _named(given: str, surname: str) -> Row:
    return {name: value for name, value in (("given", given), ("surname", surname)) if value}


def _date(texts: Sequence[str]) -> Row:
    """The latest that is one."""
    found = [told for text in texts if (told := read_date(text))]
    return {"birth_date": "{:04}{:02}{:02}".format(*found[-1])} if found else {}


def _phone(texts: Sequence[str]) -> Row:
    found = [digits for text in texts if len(digits := read_phone(text)) >= LOCAL]
    return {"phone": found[-1][-LOCAL:]} if found else {}  # areas are left out as often as not


def _address(texts: Sequence[str]) -> Row:
    text = fold(texts[-1]) if texts else ""
    row: Row = {}
    if told := POSTCODE.search(text):
        row["postcode"], text = told[1], text[: told.start()]
    if told := HOUSE.search(text):
        row["house"], text = told[1], text[told.end() :]
    street = " ".join(re.findall(r"\w+", text.partition(",")[0]))
    return {**row, "street": street} if street else row
