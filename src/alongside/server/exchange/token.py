"""Which machine asks, and what its role may read."""

from ninja.security import HttpBearer

from alongside.core.party import Actor
from alongside.server.exchange.operation import Asking
from alongside.server.site.deployment import get_deployment
from alongside.server.site.whole import sees_whole


class Token(HttpBearer):
    """``Authorization: Bearer …``: the token a machine client was registered with."""

    async def authenticate(self, request: Asking, token: str) -> Actor | None:
        """The client's actor, or None. Reading shows the whole board: ``PermissionError`` for a role that may not, as for people."""
        found = await get_deployment().sittings.find_machine(token)
        if found and request.method == "GET" and not sees_whole(found.actor):
            raise PermissionError(found.actor.role)
        return found.actor if found else None
