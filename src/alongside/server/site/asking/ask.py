"""One way to ask for anything, for browsers, machines and our own pages."""

import asyncio
from collections.abc import Mapping
from typing import Any

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.site.asking.answer import Answer, answer_of
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.kept import ask_again
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.prepare import prepare
from alongside.server.site.deployment import Deployment

OPENS_MANY = frozenset({"SearchRegistry"})  # the vault opens a whole registry for it: beside the loop, so that nobody else waits


async def ask(deployment: Deployment, actor: Actor, kind: str, sent: Mapping[str, Any], language: str = "en") -> Answer:
    """Ask, and answer once it is on the disk. Never raises for what a client can cause."""
    try:
        takes_long = kind in OPENS_MANY
        asked = await asyncio.to_thread(prepare, deployment, actor, kind, sent) if takes_long else prepare(deployment, actor, kind, sent)
        receipt = await asyncio.wrap_future(deployment.ledger.submit(asked.request, None, asked.enclosures))
        if receipt.code == "request_reused":
            asked, receipt = await ask_again(deployment, asked, receipt)
    except (Malformed, Refused, LedgerUnavailable) as wrong:
        return explain(deployment, wrong, language)
    await deployment.feed.reach(receipt.seq)
    return answer_of(receipt, asked.request, deployment.names, deployment.feed.board, language)
