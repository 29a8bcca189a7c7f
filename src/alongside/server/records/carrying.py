"""Words that their author takes from a record they were put into by mistake: opened, noted, and shown to nobody on the way."""

from alongside.core.party import Actor
from alongside.core.person.carrying import may_carry
from alongside.core.person.state import Item
from alongside.core.sharing.share import Shown
from alongside.ledger.ledger import Ledger
from alongside.ledger.sealed import list_sealed
from alongside.server.records.audit import Read
from alongside.server.records.noting import Notes
from alongside.server.records.open import open_one
from alongside.server.records.seal import Keyring


def carried_words(ledger: Ledger, keys: Keyring, notes: Notes, actor: Actor, item: Item, person: str) -> str:
    """The words, for sealing under ``person``; "" where they are not this actor's to take, erased or altered."""
    if not may_carry(actor, item) or not item.words or item.person == person:
        return ""
    with ledger.read.engine() as engine:
        sealed = next(iter(list_sealed(engine, [item.id])), None)
    opened = open_one(keys, item.words[0], sealed, Shown(frozenset({item.field}), "agency_rule", "carried_over"))
    read = Read(ledger.clock(), actor, "operations", opened.owner_kind, opened.owner_id, item.field, item.id, opened.noted)
    return notes.write([read], [opened])[0].text
