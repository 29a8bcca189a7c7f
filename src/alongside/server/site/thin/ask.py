"""POST /ask/<Kind>: every action of browsers and machines."""

from alongside.server.site.asking.ask import ask
from alongside.server.site.asking.decode import read_body
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.guard import admit, refuse
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.sentences import OTHER_PERSON

PREFIX = "/ask/"


async def serve_ask(deployment: Deployment, http: Http) -> None:
    """Admit, read, ask, answer."""
    asker = await admit(deployment, http, "ask")
    if asker is None:
        return
    made_for = http.headers.get("x-alongside-staff", "")
    if made_for and made_for != asker.actor.staff:  # two tabs of one browser: nobody acts in the name of whoever signed in after them
        await refuse(http, 409, "other_person", OTHER_PERSON)
        return
    try:
        sent = read_body(await http.body())
    except Malformed as wrong:
        answer = explain(deployment, wrong, http.language)
    else:
        await deployment.sittings.note_hand(asker)
        answer = await ask(deployment, asker.actor, http.path.removeprefix(PREFIX), sent, http.language)
    await http.json(answer.status, answer.body)
