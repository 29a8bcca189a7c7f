"""What an intern writes of somebody's health counts as a clinical note once a licensed clinician, their supervisor, has signed it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person import items
from alongside.core.person.facts import ItemWritten
from alongside.core.refused import Refused
from alongside.core.supervised import facts as f
from alongside.core.supervised import requests as r

IN_TRAINING = frozenset({"intern"})
# Flags and names must be there at once for whoever is at the door; what is care must be answered for first.
TO_BE_SIGNED = frozenset({"clinical_summary", "clinical_notes", "part2", "minor_consented"})


def list_owed(asking: Asking, written: Iterable[Fact]) -> tuple[Fact, ...]:
    """From somebody in training each clinical item owes a signature, by whichever order it was written."""
    if asking.by.role not in IN_TRAINING:
        return ()
    classes = asking.rules.writing.classes
    new = (one for one in written if isinstance(one, ItemWritten) and classes.get(one.field) in TO_BE_SIGNED)
    return tuple(f.SignatureOwed(person_stream(one.person), asking.at, one.person, one.item, one.author) for one in new)


def sign_item(asking: Asking, request: r.SignItem) -> tuple[Fact, ...]:
    """By the author's supervisor of today, once; what no longer holds needs no signature."""
    item, owed = items.find_item(asking, request.person, request.item), asking.board.signatures.find(request.item)
    if owed is None or owed.signed_by:
        raise Refused("signature_not_owed")
    if request.supervisor != asking.by.staff or asking.by.staff == item.author:
        raise Refused("not_their_supervisor")
    if item.state:
        raise Refused("item_over", state=item.state)
    return (f.ItemSigned(person_stream(item.person), asking.at, item.person, item.id, asking.by.staff),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.SignItem: sign_item}
