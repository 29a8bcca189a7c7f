"""What was written under a mistaken identity, carried to the record of whom it was really about, by whoever wrote it."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.party import Actor
from alongside.core.person import requests as r
from alongside.core.person.identity import find_person
from alongside.core.person.items import written
from alongside.core.person.state import Item
from alongside.core.refused import Refused


def carry_over(asking: Asking, request: r.CarryItemOver) -> tuple[Fact, ...]:
    """A new entry with the old one's source and marks. The old stays mistaken, and says where it went."""
    person, old = find_person(asking, request.person), asking.board.items.find(request.item)
    if old is None or not may_carry(asking.by, old) or old.person == person.id:
        raise Refused("item_not_carried", item=request.item)
    if [word.field for word in request.words] != [old.field]:
        raise Refused("item_empty")
    told = (old.source, request.episode, tuple(sorted(old.marks)), request.review_at or old.review_at, old.id)
    return (written(asking, person.id, request.words[0], *told),)


def may_carry(by: Actor, item: Item) -> bool:
    """Written by them, about somebody else, and not carried over yet."""
    return item.state == "mistaken" and item.author == by.staff and not item.amended_by
