"""A person's legal hold on any page: its latest time, and the way to it; nothing where it does not concern the reader."""

from django.urls import reverse

from alongside.core.party import Actor
from alongside.core.sharing.access import may_ask, may_see
from alongside.server.site.deployment import get_deployment
from alongside.server.site.rows import Row


def hold_of(actor: Actor, episode: str) -> Row | None:
    """{url, latest_at, past, near}; ``url`` is empty for who may not open it; None where there is none and none could be written."""
    deployment = get_deployment()
    now, url = deployment.clock.now(), reverse("hold", args=[episode]) if may_see(actor, "hold") else ""
    with deployment.ledger.board() as board:
        one = board.holds.find(board.hold_of.get(episode, ""))
        if one is not None and one.is_open():
            return {"url": url, "latest_at": one.latest_at, "past": one.latest_at <= now, "near": one.is_near}
    writes = may_ask(actor, "WriteHold") and deployment.names.designated.get(actor.staff, 0) > now
    writes = writes and deployment.rules.jurisdiction.is_verified(now)
    return {"url": url, "latest_at": None} if writes else None
