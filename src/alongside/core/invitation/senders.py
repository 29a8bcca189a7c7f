"""Who may send a link for which purpose. Link and PIN stand on the screen of whoever makes them, and open what the receiver may read."""

from collections.abc import Mapping

from alongside.core.party import Actor
from alongside.core.sharing.access import CLINICAL, SENDS_ON

SENDERS: Mapping[str, frozenset[str]] = {"reservation": CLINICAL, "referral": SENDS_ON}


def may_send(actor: Actor, purpose: str) -> bool:
    """Whether this member of staff may read the like themselves."""
    return actor.role in SENDERS.get(purpose, frozenset())
