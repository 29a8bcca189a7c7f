"""The page of a person put together: the same page for everybody, with what this reader may see of it."""

from typing import NamedTuple

from alongside.core.party import Reference
from alongside.core.person.state import Person
from alongside.server.person.around import around_person
from alongside.server.person.entries import Entries, list_items
from alongside.server.person.episodes import find_writing, list_undoable
from alongside.server.person.slice import tell_slice
from alongside.server.person.writing import choices
from alongside.server.site.asking.aging import next_year
from alongside.server.site.knowing import may_open_record, ties_to_record
from alongside.server.site.looking import Look
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
        return [one for row in self.rows for one in (*row["references"], *row["disagreement"])]


def see_record(seen: Look, person: Person) -> Seen:
    """Everything but words. Whether the reader may open the record at all was asked before."""
    sharing = seen.deployment.vault.sharing
    labels = {field: words[seen.view.language] for field, words in sharing.fields.labels.items()}
    rows = Entries(seen.view, seen.actor, seen.asking.rules.writing, labels, seen.asking.now).make(list_items(seen.view.board, person))
    return Seen(_told(seen, person), rows, around_person(seen, person))


def _told(seen: Look, person: Person) -> Row:
    rules, now = seen.deployment.vault.sharing.rules, seen.asking.now
    setting = rules.settings.get(SETTING)
    return {
        "id": person.id,
        "recorded_at": person.recorded_at,
        "ties": sorted(ties_to_record(rules, seen.view.board, seen.actor, person.id, now)),
        "same": [one for one in person.linked if may_open_record(rules, seen.view.board, seen.actor, one, now)],
        "slice": tell_slice(seen, person.id),
        "episode": find_writing(seen, person),
        "may_be_minor": person.age_at(now) in MINORS,
        "is_teen": person.age_at(now) == "teen",
        "minor_law_from": setting.from_at if setting else None,
        "minor_law": rules.is_in_force(SETTING, now),
        "identified": list_undoable(seen, person),
        "next_year": next_year(now, seen.deployment.profile.area.zone),
        **choices(seen.actor, now),
    }
