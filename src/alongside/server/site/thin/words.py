"""POST /words: the words of incidents, read through the vault, each reading noted before it is answered."""

import asyncio
from collections.abc import Iterable
from typing import Any

from django.utils.translation import override

from alongside.core.party import Reference
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.records.open import Words
from alongside.server.site.asking.decode import read_body
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.sentences_withheld import say_withheld
from alongside.server.site.thin.guard import admit
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.wanted import list_wanted


async def serve_words(deployment: Deployment, http: Http) -> None:
    """Words by incident; what may not be read with the reason why."""
    asker = await admit(deployment, http, "words")
    if asker is None:
        return
    try:
        wanted = list_wanted(deployment.feed.board, asker.actor, read_body(await http.body()))
        texts = await asyncio.to_thread(deployment.vault.read, asker.actor, [one for _, one in wanted], "operations")
    except (Malformed, LedgerUnavailable) as wrong:
        answer = explain(deployment, wrong, http.language)
        await http.json(answer.status, answer.body)
        return
    await http.json(200, tell(wanted, texts, http.language))


def tell(wanted: Iterable[tuple[str, Reference]], texts: Words, language: str) -> dict[str, dict[str, Any]]:
    """By incident: what was said, and under ``withheld`` why the rest is not shown. Whoever reads this knows of the incident."""
    told: dict[str, dict[str, Any]] = {}
    with override(language):
        for incident, one in wanted:
            if one.vault_id in texts:
                told.setdefault(incident, {})[one.field] = texts[one.vault_id]
            elif why := texts.withheld.get(one.vault_id):
                told.setdefault(incident, {}).setdefault("withheld", {})[one.field] = {"code": why.reason, "sentence": say_withheld(why)}
    return told
