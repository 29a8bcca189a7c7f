"""Words written about somebody else, sealed anew under the right person's key without anybody reading them on the way."""

from dataclasses import replace

from alongside.core.person.requests import CarryItemOver
from alongside.core.refused import Refused
from alongside.ledger.enclosure import Enclosure
from alongside.server.records.carrying import carried_words
from alongside.server.site.deployment import Deployment


def seal_anew(deployment: Deployment, request: CarryItemOver) -> tuple[CarryItemOver, tuple[Enclosure, ...]]:
    """The request with the same words for the right record. Raises ``Refused("item_not_carried")`` where they are not the asker's."""
    item, vault = deployment.feed.board.items.find(request.item), deployment.vault
    text = carried_words(deployment.ledger, vault.keys, vault.notes, request.by, item, request.person) if item else ""
    if item is None or not text:
        raise Refused("item_not_carried", item=request.item)
    enclosure = vault.seal(item.field, text, "person", request.person)
    return replace(request, words=(enclosure.reference,)), (enclosure,)
