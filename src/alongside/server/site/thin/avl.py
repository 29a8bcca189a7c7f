"""POST /avl: positions of units, from phones and vehicle feeds: {"unit", "spot", "at"}, or a list of them."""

from alongside.server.site.asking.decode import read_json
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.asking.positions import keep, read_sent
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.guard import admit
from alongside.server.site.thin.http import Http


async def serve_avl(deployment: Deployment, http: Http) -> None:
    """Take positions in; answered once they are on the disk."""
    asker = await admit(deployment, http, "avl")
    if asker is None:
        return
    try:
        heard = read_sent(read_json(await http.body()), deployment)
        answer = await keep(deployment, asker.actor, heard, http.language)
    except Malformed as wrong:
        answer = explain(deployment, wrong, http.language)
    await http.json(answer.status, answer.body)
