"""What is kept of a person, entry by entry."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from alongside.core.party import Reference
from alongside.library.sharing.load import Sharing
from alongside.server.records.open import Words
from alongside.server.site.kept import Owned, list_owned, sharing_rules
from alongside.server.site.telling import tell_all, told_or_why

OUTSIDE = frozenset({"public", "call_facts", "safety_flags"})  # shown where the call is worked, without any of this
OVERSIGHT = frozenset(
    {
        "glass_reason", "glass_finding", "emergency_recipient", "emergency_discloser", "emergency_nature", "amendment_asked",
        "amendment_extended", "amendment_refused", "disagreement", "disclosed_to", "disclosed_what", "records_asked_by",
        "records_asked_for", "preserved_because", "records_scan", "amendment_scan",
    }
)  # fmt: skip


def list_record(owners: list[str], mistaken: set[str]) -> list[Owned]:
    """All that is kept of the person, the newest first; nothing that was written about somebody else."""
    classes = sharing_rules().fields.classes
    owned = list_owned([("person", id) for id in owners])
    kept = [one for one in owned if _belongs(one.reference, classes.get(one.reference.field, ""), mistaken)]
    return sorted(kept, key=lambda one: -one.at)


def _belongs(reference: Reference, data_class: str, mistaken: set[str]) -> bool:
    return data_class not in OUTSIDE and reference.field not in OVERSIGHT and reference.vault_id not in mistaken


def entry_row(sharing: Sharing, words: Words, one: Owned, disagrees: Mapping[str, tuple[Reference, ...]]) -> dict[str, Any]:
    """One entry as the page shows it, with what the person says against it."""
    field, language = one.reference.field, get_language() or "en"
    label = sharing.fields.labels.get(field, {}).get(language, field)
    mark = sharing.fields.marks.get(sharing.fields.classes.get(field, ""), "")
    shown = one.reference.vault_id in words
    said = tell_all(words, disagrees.get(one.reference.vault_id, ())) if shown else ""
    return {"label": label, "mark": mark, "at": one.at, "words": told_or_why(words, one.reference), "shown": shown, "disagreement": said}
