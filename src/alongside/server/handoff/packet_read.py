"""The packet with its words, read through the vault by whoever receives; each reading is noted before it is shown."""

from typing import Any

from django.http import HttpRequest

from alongside.server.handoff.packet import Packet, by_class
from alongside.server.records.open import Words
from alongside.server.site.as_read import as_read
from alongside.server.site.kept import list_owned, sharing_rules
from alongside.server.site.looking import Look, read_words
from alongside.server.site.purposes import purpose_of
from alongside.server.site.rows import Row
from alongside.server.site.signatures import tell_signed

# Words about how records are kept, and what desks say to one another, are no part of what goes along.
STAYS = frozenset(
    {
        "glass_reason", "glass_finding", "emergency_recipient", "emergency_discloser", "emergency_nature", "amendment_asked",
        "amendment_refused", "disagreement", "disclosed_to", "disclosed_what", "records_asked_by", "records_asked_for",
        "records_scan", "amendment_scan",
        "preserved_because", "message", "cad_number", "reason", "consent_name", "consent_recipients", "consent_signature",
        "consent_paper", "consent_note", "door_signed_by", "door_signed_role", "door_signature", "said_by", "said_role", "said_number",
    }
)  # fmt: skip


def with_words(request: HttpRequest, packet: Packet, language: str) -> Row:
    """What this receiver may see; what they may not is as if it were not there."""
    fields = sharing_rules().fields
    own = {one.vault_id for row in packet.entries for one in row["references"]}
    beside = [one for one in list_owned(packet.owners) if one.reference.vault_id not in own and one.reference.field not in STAYS]
    rows = [*packet.entries, *({"field": one.reference.field, "at": one.at, "references": (one.reference,)} for one in beside)]
    asked = [one for row in rows for one in (*row["references"], *row.get("disagreement", ()))]
    signed = packet.told["signed"]
    words = read_words(request, [*asked, *(signed["references"] if signed else ())], purpose_of(request.actor))
    told = [_told(row, words, fields.labels, language) for row in rows]
    labels = {name: words_of[language] for name, words_of in fields.class_labels.items()}
    told_signed = tell_signed(signed, words) if signed else None
    return {**packet.told, "signed": told_signed, "groups": by_class([row for row in told if row["words"]], dict(fields.classes), labels)}


def _told(row: Row, words: Words, labels: Any, language: str) -> Row:
    said = " ".join(as_read(one.field, words[one.vault_id]) for one in row["references"] if one.vault_id in words)
    against = " ".join(words[one.vault_id] for one in row.get("disagreement", ()) if one.vault_id in words)
    return {**row, "label": labels.get(row["field"], {}).get(language, row["field"]), "words": said, "disagreement": against}


def read_packet(request: HttpRequest, seen_packet: Packet, seen: Look) -> Row:
    """Words where it is open; else what names nobody."""
    return with_words(request, seen_packet, seen.view.language) if seen_packet.is_open else {**seen_packet.told, "groups": []}
