"""What is known of the people of an incident that keeps everybody safe: sound flags, and what helps, as this reader may see it."""

from collections.abc import Iterable, Mapping

from alongside.core.party import Actor, Reference
from alongside.core.person.state import Person
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Shown
from alongside.core.state import Incident
from alongside.library.sharing.load import Sharing
from alongside.server.records.open import Words
from alongside.server.site.fixed_words import say_fixed
from alongside.server.site.record_codes import coded
from alongside.server.site.rows import Row, View

Against = Mapping[str, tuple[Reference, ...]]  # what a person says against an entry that stays as it is
FLAGS, HELPS = ("safety_flags",), ("safety_flags", "clinical_summary")


def see_known(view: View, sharing: Sharing, actor: Actor, incident: Incident, now: int, classes: tuple[str, ...]) -> list[Row]:
    """One row for each person who is known, without words yet. ``classes``: flags for a desk, also what helps for a crew."""
    found = [(place, one) for place, id in enumerate(incident.episodes, 1) if (one := view.board.episodes.find(id)) and one.person]
    people = [(place, person) for place, one in found if (person := view.board.people.find(one.person))]
    against = {one.item: one.disagreement for one in view.board.amendments if one.item and one.disagreement} if people else {}
    return [
        {
            "place": place,
            "of": len(incident.episodes),
            "person": person.id,
            "slice": _slice(view, sharing, actor, person, now) if classes == HELPS else None,
            "entries": [entry for one in _records(view, person) for entry in _entries(view, sharing, one, classes, against)],
        }
        for place, person in people
    ]


def _records(view: View, person: Person) -> list[Person]:
    """The record and those that are linked to it; whether their words may be read is asked of each."""
    return [person, *(one for id in person.linked if (one := view.board.people.find(id)))]


def _entries(view: View, sharing: Sharing, person: Person, classes: tuple[str, ...], against: Against) -> Iterable[Row]:
    for id in reversed(person.items):
        item = view.board.items.find(id)
        if item is None or item.state or sharing.rules.fields.get(item.field) not in classes:
            continue
        yield {
            "field": item.field,
            "label": sharing.fields.labels[item.field][view.language],
            "is_flag": sharing.rules.fields[item.field] == "safety_flags",
            "prohibits": item.field == "contact_prohibition",
            "source": coded("source", item.source),
            "at": item.at,
            "review_at": item.review_at,
            "references": item.words,
            "disagreement": against.get(id, ()),
        }


def _slice(view: View, sharing: Sharing, actor: Actor, person: Person, now: int) -> Row | None:
    """Whether this is the officers' slice, and when it ends where that is known."""
    answer = Circumstances(sharing.rules, view.board, actor, "response", now).may_read("person", person.id, "threat", "")
    return {"until": answer.until} if isinstance(answer, Shown) and answer.basis == "164.512(j)" else None


def references_in(known: Iterable[Row]) -> list[Reference]:
    """The words to read."""
    return [one for person in known for entry in person["entries"] for one in (*entry["references"], *entry["disagreement"])]


def tell_known(known: Iterable[Row], words: Words) -> list[Row]:
    """The same with words; what may not be read is as if it were not there, flags first."""
    told = ({**person, "entries": [one for entry in person["entries"] if (one := _told(entry, words))["words"]]} for person in known)
    return [{**one, "entries": sorted(one["entries"], key=lambda entry: not entry["is_flag"])} for one in told]


def _told(entry: Row, words: Words) -> Row:
    said, against = (" ".join(words[one.vault_id] for one in entry[its] if one.vault_id in words) for its in ("references", "disagreement"))
    return {**entry, "words": say_fixed(entry["field"], said), "disagrees": against}
