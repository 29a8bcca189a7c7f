"""The page of a person put together: the same page for everybody, with what this reader may see of it."""

from typing import NamedTuple

from alongside.core.party import Reference
from alongside.core.person.state import Person
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.ties import standing_of
from alongside.server.person.around import around_person, slice_of
from alongside.server.person.entries import Entries, list_items
from alongside.server.person.writing import choices
from alongside.server.site.looking import Look
from alongside.server.site.purposes import purpose_of
from alongside.server.site.rows import Row

MINORS = frozenset({"child", "teen", "unknown"})
SETTING = "minor_consent"


class Seen(NamedTuple):
    """What was copied from the board: the page without words, its entries, and what is told of the person beside them."""

    told: Row
    rows: list[Row]
    beside: Row

    @property
    def references(self) -> list[Reference]:
        """The words to read."""
        return [one for row in self.rows for one in row["references"]]


def see_record(seen: Look, person: Person) -> Seen:
    """Everything but words. Whether the reader may open the record at all was asked before."""
    sharing = seen.deployment.vault.sharing
    labels = {field: words[seen.view.language] for field, words in sharing.fields.labels.items()}
    rows = Entries(seen.view, seen.actor, seen.asking.rules.writing, labels).make(list_items(seen.view.board, person))
    return Seen(_told(seen, person), rows, around_person(seen, person))


def _told(seen: Look, person: Person) -> Row:
    rules, now = seen.deployment.vault.sharing.rules, seen.asking.now
    reader = Circumstances(rules, seen.view.board, seen.actor, purpose_of(seen.actor), now)
    setting = rules.settings.get(SETTING)
    return {
        "id": person.id,
        "recorded_at": person.recorded_at,
        "ties": sorted(standing_of(seen.view.board, seen.actor, "person", person.id, now).ties),
        "slice": slice_of(reader.may_read("person", person.id, "threat", "")),
        "episode": _episode(seen, person),
        "may_be_minor": person.age_at(now) in MINORS,
        "is_teen": person.age_at(now) == "teen",
        "minor_law_from": setting.from_at if setting else None,
        "minor_law": rules.is_in_force(SETTING, now),
        "identified": _identified(seen, person) if may_ask(seen.actor, "UndoIdentification") else [],
        "year_ends": _year_ends(now),
        **choices(seen.actor, now),
    }


def _episode(seen: Look, person: Person) -> str:
    """On the strength of which episode this reader writes: the latest open one that ties them; undoing it undoes what was written."""
    board = seen.view.board
    open_ones = (id for id in reversed(person.episodes) if (one := board.episodes.find(id)) and one.ended is None)
    return next((id for id in open_ones if standing_of(board, seen.actor, "person", id).ties), "")


def _identified(seen: Look, person: Person) -> list[Row]:
    """Which incidents are in this record: what can be undone."""
    board = seen.view.board
    found = [one for id in person.episodes if (one := board.episodes.find(id))]
    numbers = {one.id: incident.number for one in found if (incident := board.incidents.find(one.incident))}
    return [{"episode": one.id, "number": numbers.get(one.id, 0), "at": one.since} for one in found]


def _year_ends(now: int) -> int:
    """A moment at most a year ahead until which an age that was only judged by eye may count."""
    return now + 365 * 86_400_000
