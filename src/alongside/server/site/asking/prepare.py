"""From what was sent to a request that can be decided: named, shaped, filled in, checked, its words sealed."""

from collections.abc import Mapping, Sequence
from secrets import token_urlsafe
from typing import Any, NamedTuple

from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.checks import check_sense
from alongside.server.site.asking.decode import IDS, check_names, find_kind, make, shape
from alongside.server.site.asking.fill import fill
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment


class Asked(NamedTuple):
    """A request ready to be decided, what was said of it, and what travels with it."""

    request: Request
    given: Mapping[str, Any]
    texts: Mapping[str, str]
    enclosures: Sequence[Enclosure]


def prepare(deployment: Deployment, actor: Actor, kind_name: str, sent: Mapping[str, Any]) -> Asked:
    """From what was sent to a request. Raises ``Malformed``, or ``Refused`` where the vault will not take the words."""
    kind = find_kind(kind_name)
    given = dict(sent)
    id, texts = given.pop("id", None) or token_urlsafe(16), given.pop("texts", None) or {}
    if not isinstance(id, str) or not IDS.fullmatch(id):
        raise m.Malformed(m.BAD_ID, code="bad_id", field="id")
    check_names(kind, given)
    shaped = shape(kind, given)
    request = make(kind, id, actor, fill(deployment, actor, kind, id, shaped))
    check_sense(deployment, request)
    return sealed(deployment, Asked(request, shaped, texts, ()))


def sealed(deployment: Deployment, asked: Asked) -> Asked:
    """With its words as references to what travels along."""
    if not asked.texts:
        return asked
    request, enclosures = seal_texts(deployment.vault, deployment.feed.board, asked.request, asked.texts)
    return asked._replace(request=request, enclosures=enclosures)
