"""One way to ask for anything, for browsers, machines and our own pages: decode, fill, seal, decide, answer."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from secrets import token_urlsafe
from typing import Any, NamedTuple

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.receipt import Receipt
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.answer import Answer, answer_of, no
from alongside.server.site.asking.checks import check_sense
from alongside.server.site.asking.decode import IDS, check_names, find_kind, make, shape
from alongside.server.site.asking.fill import fill
from alongside.server.site.asking.kept import as_kept
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment
from alongside.server.site.sentences import say, translate


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
        raise Malformed(m.BAD_ID, code="bad_id", field="id")
    check_names(kind, given)
    shaped = shape(kind, given)
    request = make(kind, id, actor, fill(deployment, actor, kind, id, shaped))
    check_sense(deployment, request)
    return _sealed(deployment, Asked(request, shaped, texts, ()))


def _sealed(deployment: Deployment, asked: Asked) -> Asked:
    if not asked.texts:
        return asked
    request, enclosures = seal_texts(deployment.vault, deployment.feed.board, asked.request, asked.texts)
    return asked._replace(request=request, enclosures=enclosures)


async def ask(deployment: Deployment, actor: Actor, kind: str, sent: Mapping[str, Any], language: str = "en") -> Answer:
    """Ask, and answer once it is on the disk. Never raises for what a client can cause."""
    try:
        asked = prepare(deployment, actor, kind, sent)
        receipt = await asyncio.wrap_future(deployment.ledger.submit(asked.request, None, asked.enclosures))
        if receipt.code == "request_reused":
            asked, receipt = await _again(deployment, asked, receipt)
    except (Malformed, Refused, LedgerUnavailable) as wrong:
        return explain(deployment, wrong, language)
    await deployment.feed.reach(receipt.seq)
    return answer_of(receipt, asked.request, deployment.names, deployment.feed.board, language)


async def _again(deployment: Deployment, asked: Asked, receipt: Receipt) -> tuple[Asked, Receipt]:
    """The same request sent twice may differ in what the server filled in (positions move): compare what the client said."""
    kept = as_kept(deployment.ledger, asked.request, asked.given)
    if kept is None:
        return asked, receipt
    same = _sealed(deployment, asked._replace(request=replace(kept, words=()), enclosures=()))
    return same, await asyncio.wrap_future(deployment.ledger.submit(same.request, None, same.enclosures))


def explain(deployment: Deployment, wrong: Exception, language: str) -> Answer:
    """The answer to what could not even be decided."""
    if isinstance(wrong, Malformed):
        return no(wrong.status, wrong.code, wrong.parameters, translate(wrong.template, language).format_map(wrong.parameters))
    if isinstance(wrong, Refused):
        status = 413 if wrong.code == "words_too_long" else 409
        return no(status, wrong.code, wrong.parameters, say(wrong.code, wrong.parameters, deployment.names, deployment.feed.board, language))
    return no(503, "unavailable", {}, str(wrong))
