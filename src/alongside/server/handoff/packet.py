"""What goes with the person to the place that takes over: what the rules of sharing let this receiver see, and nothing else.

Nothing is put together beforehand or sent: a place that declines never had it, and the next one reads the same.
"""

from typing import NamedTuple

from alongside.core.codes import PartyKind, ReservationStatus
from alongside.core.party import Party
from alongside.core.sharing.terms import CLASSES
from alongside.core.state import Episode
from alongside.server.handoff.packet_facts import facts_for
from alongside.server.site.looking import Look
from alongside.server.site.persons import code_of, person_row
from alongside.server.site.record_codes import coded
from alongside.server.site.rows import Row
from alongside.server.site.signatures import signed_row

CARRIED = (ReservationStatus.AGREED, ReservationStatus.HANDED_OVER)


class Packet(NamedTuple):
    """``told`` names nobody; ``entries`` are the words of the record, without what they say yet; ``owners`` whose other words belong."""

    told: Row
    entries: list[Row]
    owners: list[tuple[str, str]]
    is_open: bool


def see_packet(seen: Look, episode: Episode, facility: str) -> Packet:
    """For the place at which the reader sits. Open once it agreed or has the person; before, there is only what names nobody."""
    board = seen.view.board
    one = board.reservations.find(episode.reservation)
    is_open = episode.responsible == Party(PartyKind.FACILITY, facility) or bool(one and one.facility == facility and one.status in CARRIED)
    head = {**person_row(seen.view, episode), "code": code_of(episode.id), "open": is_open, "label": seen.view.names.facility(facility)}
    if not is_open:
        return Packet({**head, "facts": []}, [], [], False)
    person = board.people.find(episode.person)
    items = [item for id in (person.items if person else ()) if (item := board.items.find(id)) and not item.state]
    disagrees = {one.item: one.disagreement for one in board.amendments if one.person == episode.person and one.item}
    entries = [
        {
            "field": item.field,
            "at": item.at,
            "author": seen.view.names.person(item.author),
            "agency": _agency(seen, item.agency),
            "source": coded("source", item.source),
            "references": item.words,
            "unsigned": board.is_unsigned(item.id),
            "disagreement": disagrees.get(item.id, ()),
        }
        for item in items
    ]
    signed = signed_row(episode.signed) if episode.signed.is_under(facility, episode.handed_at) else None
    told = {**head, "facts": facts_for(seen, episode), "signed": signed}
    return Packet(told, entries, [("person", episode.id), ("incident", episode.incident)], True)


def _agency(seen: Look, id: str) -> str:
    found = next((one for one in seen.deployment.profile.agencies if one.id == id), None)
    return found.labels.get(seen.view.language, found.labels["en"]) if found else id


def by_class(rows: list[Row], classes: dict[str, str], labels: dict[str, str]) -> list[Row]:
    """{label, rows} of each class that has words, in the order of the classes; the newest first."""
    found = [(one, [row for row in rows if classes.get(row["field"]) == one]) for one in CLASSES]
    return [{"class": one, "label": labels.get(one, one), "rows": sorted(some, key=lambda row: -row["at"])} for one, some in found if some]
