"""GET /health: whether all is well."""

from alongside.server.site.deployment import Deployment
from alongside.server.site.health import look, short
from alongside.server.site.thin.guard import find_asker
from alongside.server.site.thin.http import Http
from alongside.server.site.whole import sees_whole


async def serve_health(deployment: Deployment, http: Http) -> None:
    """How the server is, as JSON: whether all is well for anybody, more for this machine and who is signed in, counts for who sees all."""
    asker = await find_asker(deployment, http)
    seen = look(deployment, asker is not None and sees_whole(asker.actor))
    await http.json(200 if seen["well"] else 503, seen if asker is not None or http.is_from_here else short(seen))
