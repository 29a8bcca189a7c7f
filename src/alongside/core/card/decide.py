"""A crisis card is the person's own: said by them, written by one, read by a second before anybody at a door sees it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.card import facts as f
from alongside.core.card import requests as r
from alongside.core.fact import Fact, person_stream
from alongside.core.person.facts import ItemWritten
from alongside.core.person.items import find_item
from alongside.core.refused import Refused

CARD = ("card_first", "card_helps", "card_worse", "card_call")
THEIR_WORD = "person"  # who says so: nobody else makes a card for somebody


def list_owed(asking: Asking, written: Iterable[Fact]) -> tuple[Fact, ...]:
    """A piece of a card is the person's own word, and owes an approval, by whichever order it was written."""
    new = [one for one in written if isinstance(one, ItemWritten) and one.field in CARD]
    if any(one.source != THEIR_WORD for one in new):
        raise Refused("card_not_theirs")
    return tuple(f.ApprovalOwed(person_stream(one.person), asking.at, one.person, one.item, one.author) for one in new)


def approve_card(asking: Asking, request: r.ApproveCard) -> tuple[Fact, ...]:
    """By somebody who wrote none of it, all named pieces at once."""
    if not request.items:
        raise Refused("card_empty")
    return tuple(_approved(asking, request.person, id) for id in dict.fromkeys(request.items))


def _approved(asking: Asking, person: str, id: str) -> Fact:
    item, owed = find_item(asking, person, id), asking.board.approvals.find(id)
    if owed is None or owed.approved_by:
        raise Refused("approval_not_owed")
    if item.state:
        raise Refused("item_over", state=item.state)
    if asking.by.staff == item.author:
        raise Refused("second_person")
    if asking.by.agency != item.agency:
        raise Refused("approval_elsewhere")
    return f.ItemApproved(person_stream(person), asking.at, person, id, asking.by.staff)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.ApproveCard: approve_card}
