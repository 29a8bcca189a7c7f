"""A request ready to be decided, with the words that travel beside it sealed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from alongside.core.person.requests import CarryItemOver
from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.server.site.asking.carry import seal_anew
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment
from alongside.server.site.fixed_words import FIXED


class Asked(NamedTuple):
    """A request ready to be decided, what was said of it, and what travels with it."""

    request: Request
    given: Mapping[str, Any]
    texts: Mapping[str, str]
    enclosures: Sequence[Enclosure]


def sealed(deployment: Deployment, asked: Asked) -> Asked:
    """With its words as references to what travels along."""
    if isinstance(asked.request, CarryItemOver):
        carried, enclosures = seal_anew(deployment, asked.request)
        return asked._replace(request=carried, enclosures=enclosures)
    texts = FIXED.get(asked.request.kind, asked.texts)
    if not texts:
        return asked
    request, told = seal_texts(deployment.vault, deployment.feed.board, asked.request, texts)
    return asked._replace(request=request, enclosures=told)
