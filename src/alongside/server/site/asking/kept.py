"""A request that is kept already, read again to see whether it is the one that was sent now."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from alongside.core.request import Request
from alongside.ledger.body import read_request
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Receipt
from alongside.server.site.asking.asked import Asked, sealed
from alongside.server.site.deployment import Deployment


def as_kept(ledger: Ledger, request: Request, given: Mapping[str, Any]) -> Request | None:
    """The kept request of this id with what the client says now laid over it; None where it was of another kind or person.

    If the client says the same as before, this equals the kept one, and the ledger answers as it did then.
    """
    with ledger.read.engine() as engine:
        rows = engine.fetch("SELECT kind, body FROM request WHERE id = ?", (request.id,))
    if not rows or rows[0][0] != request.kind:
        return None
    kept = read_request(*rows[0])
    if kept.by.staff != request.by.staff:
        return None
    said = {name: getattr(request, name) for name in given}
    return replace(kept, **said)


async def ask_again(deployment: Deployment, asked: Asked, receipt: Receipt) -> tuple[Asked, Receipt]:
    """The same request sent twice may differ in what the server filled in (positions move): compare what the client said."""
    kept = as_kept(deployment.ledger, asked.request, asked.given)
    if kept is None:
        return asked, receipt
    same = sealed(deployment, asked._replace(request=replace(kept, words=()), enclosures=()))
    return same, await asyncio.wrap_future(deployment.ledger.submit(same.request, None, same.enclosures))
