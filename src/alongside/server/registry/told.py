"""The registry in words: its codes, why somebody fits, and what a family told, field by field."""

from collections.abc import Iterable

from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.as_read import as_read

DRAWN_TO = {
    "water": "water", "traffic": "traffic and roads", "heights": "heights", "trains": "trains and tracks", "woods": "woods and parks",
    "vehicles": "cars and buses", "fire": "fire", "crowds": "crowds",
}  # fmt: skip
CARRIES = {
    "none": "nothing", "gps": "a GPS device", "radio": "a radio bracelet", "phone": "a phone that shares its place",
    "tag": "a tag with a number",
}  # fmt: skip
AGREED_BY = {"guardian": "parent, guardian or who cares for them", "person": "the person", "representative": "a legal representative"}
ENDED = {
    "family_asked": "the family asked for it", "person_asked": "the person asked for it", "moved_away": "moved away", "died": "died",
    "no_longer_needed": "no longer needed", "entered_wrong": "entered by mistake",
}  # fmt: skip
WHY = {
    "name_same": "the same name", "name_alike": "a name like it", "name_part": "part of the name", "age_near": "that age",
    "age_about": "about that age", "age_far": "another age", "seen_as_same": "seen so", "seen_as_other": "seen otherwise",
    "looks_same": "looks like that", "looks_alike": "looks partly like that", "speaks_same": "speaks that language",
    "place_same": "goes there", "drawn_there": "drawn to such places",
}  # fmt: skip
NAMED = frozenset({"name", "birth_date"})


def words_of_items(items: Iterable[tuple[str, Reference]], words: Words) -> dict[str, str]:
    """What may be read, by field; several of one field are joined."""
    told: dict[str, list[str]] = {}
    for field, one in items:
        if one.vault_id in words:
            told.setdefault(field, []).append(as_read(field, words[one.vault_id]))
    return {field: " · ".join(texts) for field, texts in told.items()}
