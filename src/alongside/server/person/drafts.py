"""What was typed into a form of a record and not sent: kept encrypted under ids only, given back, thrown away."""

import json

from alongside.core.party import Actor
from alongside.server.person.writing import FORMS
from alongside.server.records.vault import Vault

LONGEST = 60_000


def form_name(person: str, data_class: str) -> str:
    """The draft's name: a form's name is not encrypted, so it holds an id and a class."""
    return f"person:{person}:{data_class}"


def find_drafts(vault: Vault, actor: Actor, person: str) -> dict[str, dict[str, str]]:
    """{class: {field: text}} of what this member of staff began to write of this person."""
    found = {one: vault.drafts.find(actor.staff, form_name(person, one)) for one in FORMS}
    return {one: json.loads(text) for one, text in found.items() if text}


def keep_draft(vault: Vault, actor: Actor, person: str, data_class: str, texts: dict[str, str], now: int) -> bool:
    """Keep it in place of the one before; nothing typed throws it away. False where it is too long to keep."""
    kept = json.dumps({field: text for field, text in texts.items() if text})
    if len(kept) > LONGEST:
        return False
    if kept == "{}":
        vault.drafts.throw_away(actor.staff, form_name(person, data_class))
    else:
        vault.drafts.save(actor.staff, form_name(person, data_class), kept, now)
    return True
