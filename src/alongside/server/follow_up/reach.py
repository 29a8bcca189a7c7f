"""Where somebody agreed to be reached: the safe number first. Words: read on the page of the person, never for a whole list."""

from alongside.core.state import Episode
from alongside.server.records.open import Words
from alongside.server.site.rows import Row, View

REACH = ("safe_number", "phone")  # the number said to be safe stands before any other


def list_numbers(view: View, episode: Episode) -> list[Row]:
    """{field, label, at, reference} of each number that still holds, the safe one first; none while nobody knows who it is."""
    person = view.board.people.find(episode.person) if episode.person else None
    items = [item for id in (person.items if person else ()) if (item := view.board.items.find(id)) and not item.state and item.words]
    labels = {"safe_number": "safe", "phone": "other"}
    found = [(REACH.index(item.field), item) for item in items if item.field in REACH]
    found.sort(key=lambda pair: (pair[0], -pair[1].at))
    return [{"kind": labels[item.field], "at": item.at, "reference": item.words[0]} for _, item in found]


def with_numbers(numbers: list[Row], words: Words) -> list[Row]:
    """Those that may be read now: where contact is prohibited none can."""
    told = ({**one, "words": words.get(one["reference"].vault_id, "")} for one in numbers)
    return [{name: one[name] for name in ("kind", "at", "words")} for one in told if one["words"]]
