"""Who looked at a person's crisis card, from the read audit: the receipt the person may ask for."""

from alongside.core.card.decide import CARD
from alongside.server.site.names import Names
from alongside.server.site.of_records import read_of_fields
from alongside.server.site.rows import Row

TOGETHER_MS = 60_000  # a page shows several pieces at once: one look


def looked_at(person: str, names: Names) -> list[Row]:
    """{at, who, agency}, latest first; pieces read within a minute by the same person count as one look."""
    looks: list[Row] = []
    last: dict[str, int] = {}
    for one in read_of_fields(person, CARD):
        if one.staff not in last or last[one.staff] - one.at > TOGETHER_MS:
            looks.append({"at": one.at, "who": names.person(one.staff), "agency": one.agency})
            last[one.staff] = one.at
    return looks
