"""POST /ask/<Kind>: every action of browsers and machines."""

from alongside.server.site.asking.ask import ask
from alongside.server.site.asking.decode import read_body
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.guard import admit, made_for_another
from alongside.server.site.thin.http import Http

PREFIX = "/ask/"


async def serve_ask(deployment: Deployment, http: Http) -> None:
    """Admit, read, ask, answer."""
    asker = await admit(deployment, http, "ask")
    if asker is None or await made_for_another(http, asker):
        return
    try:
        sent = read_body(await http.body())
    except Malformed as wrong:
        answer = explain(deployment, wrong, http.language)
    else:
        await deployment.sittings.note_hand(asker)
        answer = await ask(deployment, asker.actor, http.path.removeprefix(PREFIX), sent, http.language)
    await http.json(answer.status, answer.body)
