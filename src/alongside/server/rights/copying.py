"""Compiles the person's own copy: read as the person, by the rules for the person; what is left out is counted by its reason."""

from collections import Counter
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from alongside.server.audit.of_person import find_copy, list_owners
from alongside.server.glass.whom import name_of
from alongside.server.rights.guardians import NOTHING, kept_from_guardians
from alongside.server.site.kept import Owned, list_owned, sharing_rules
from alongside.server.site.looking import look
from alongside.server.site.of_records import read_as_asker
from alongside.server.site.sentences_withheld import say_withheld
from alongside.server.site.templatetags.times import local

OURS = frozenset(
    {
        "glass_reason", "glass_finding", "disclosed_to", "disclosed_what", "records_asked_by", "records_asked_for", "preserved_because",
        "records_scan", "emergency_recipient", "emergency_discloser", "emergency_nature",
    }
)  # fmt: skip  # the office's own words; what was done is in the accounting


def compile_copy(request: HttpRequest, person: str, copy: str) -> dict[str, Any]:
    """{copy, name, entries: [{field, label, written_at, words, state, disagreement, file for a photo or scan}], left_out: [{why, count}]}.

    Raises ``LookupError`` where no such copy was handed out within the hour.
    """
    with look(request) as seen:
        board, now = seen.view.board, seen.asking.now
        handed, owners = find_copy(board, person, copy, now), list_owners(board, person)
        name = name_of(board, person)
        incidents = sorted({episode.incident for id in owners if (episode := board.episodes.find(id))})
        rules = sharing_rules().rules
        kept_back = kept_from_guardians(board, rules, person, now) if handed.asker == "guardian" else NOTHING
        states = {item.id: item.state for item in board.items if item.person == person}
        disagrees = {one.item: one.disagreement for one in board.amendments if one.person == person and one.disagreement}
    kept = list_owned([*(("person", id) for id in owners), *(("incident", id) for id in incidents)])
    owned = [one for one in kept if one.reference.field not in OURS and not kept_back.has(one.reference.vault_id)]
    words = read_as_asker(request, handed.asker, person, [one.reference for one in owned])
    labels = sharing_rules().fields.labels
    shown = [one for one in _in_order(owned) if one.reference.vault_id in words]
    entries = [_entry(one, words, labels[one.reference.field][get_language() or "en"], states, disagrees) for one in shown]
    left = Counter(say_withheld(why) for why in words.withheld.values())
    made_at = local(now).isoformat(timespec="minutes")
    left_out = [{"why": why, "count": count} for why, count in left.most_common()]
    return {"copy": handed.id, "person": person, "name": name, "made_at": made_at, "entries": entries, "left_out": left_out}


def _in_order(owned: list[Owned]) -> list[Owned]:
    return sorted(owned, key=lambda one: one.at)


def _entry(one: Owned, words: dict[str, str], label: str, states: dict[str, str], disagrees: dict[str, Any]) -> dict[str, Any]:
    id = one.reference.vault_id
    said = " ".join(words.get(word.vault_id, "") for word in disagrees.get(id, ()))
    told = {"field": one.reference.field, "label": label, "written_at": local(one.at).isoformat(timespec="minutes")}
    if one.reference.field in sharing_rules().fields.files:
        told["file"] = id
    return {**told, "words": words[id], "state": states.get(id, ""), "disagreement": said}
