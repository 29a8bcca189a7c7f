"""Whether one piece of words may be read by this actor, and what it says."""

from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidTag

from alongside.core.party import Actor, Reference
from alongside.core.sharing.access import may_see
from alongside.ledger.sealed import Sealed
from alongside.server.records.seal import Keyring, key_name, unseal

# What a reader must be allowed to see for each field; what a caller or crew says is call data, also where it sounds clinical.
NEEDS = {"follow_up_note": "follow_up"}
SHOWN, WITHHELD, ERASED, MISSING, ALTERED = "shown", "withheld", "erased", "missing", "altered"


class Opened(NamedTuple):
    """What became of one reference; ``text`` is empty unless it is shown."""

    outcome: str
    owner_kind: str = ""
    owner_id: str = ""
    text: str = ""


def open_one(keys: Keyring, actor: Actor, reference: Reference, sealed: Sealed | None) -> Opened:
    """Ask first, then decrypt. An altered row is not shown, whichever way it was altered."""
    if sealed is None:
        return Opened(MISSING)
    owner = (sealed.owner_kind, sealed.owner_id)
    if not may_see(actor, NEEDS.get(sealed.field, "call_words")):
        return Opened(WITHHELD, *owner)
    if sealed.wrapped_key is None:
        return Opened(ERASED, *owner)
    if not sha256(sealed.ciphertext).hexdigest() == sealed.digest == reference.digest:
        return Opened(ALTERED, *owner)
    try:
        return Opened(SHOWN, *owner, unseal(sealed, keys.unwrap(key_name(sealed.key_id, *owner), sealed.wrapped_key)))
    except InvalidTag:
        return Opened(ALTERED, *owner)
