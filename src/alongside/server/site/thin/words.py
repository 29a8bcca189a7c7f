"""POST /words: the words of incidents, read through the vault, each reading noted before it is answered."""

from typing import Any

from alongside.ledger.refused import LedgerUnavailable
from alongside.server.people.aside import do_aside
from alongside.server.site.asking.decode import read_body
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.notices import tell_notices
from alongside.server.site.thin.guard import admit
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.wanted import list_wanted
from alongside.server.site.thin.words_told import tell


async def serve_words(deployment: Deployment, http: Http) -> None:
    """Words by incident; what may not be read with the reason why. ``notices`` goes with Part 2 records, where any are among them."""
    asker = await admit(deployment, http, "words")
    if asker is None:
        return
    try:
        wanted = list_wanted(deployment.feed.board, asker.actor, read_body(await http.body()))
        texts = await do_aside(deployment.vault.read, asker.actor, [one for _, one in wanted], "operations")
    except (Malformed, LedgerUnavailable) as wrong:
        answer = explain(deployment, wrong, http.language)
        await http.json(answer.status, answer.body)
        return
    told: dict[str, Any] = tell(wanted, texts, http.language)
    if texts.notices:
        told["notices"] = tell_notices(deployment.view(deployment.feed.board, http.language), deployment.vault.sharing, texts.notices)
    await http.json(200, told)
