"""The whole board, for desks and for machines registered as one: nobody else comes this way."""

from typing import Any, NamedTuple

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.server.site.deployment import get_deployment
from alongside.server.site.feed.audience import BOARD
from alongside.server.site.knowing import audience_of
from alongside.server.site.rows import View


class Whole(NamedTuple):
    """As consoles see it: what rows are made from, the position of the feed it stands for, server time, where units are."""

    view: View
    position: int
    now: int
    heard: Any


def sees_whole(actor: Actor) -> bool:
    """Whether every need is shown to this role."""
    return actor.role == "system" or may_see(actor, "console")


def whole_board(actor: Actor) -> Whole:
    """Raises ``PermissionError`` for whoever does not see the whole board."""
    if not sees_whole(actor):
        raise PermissionError(actor.role)
    deployment = get_deployment()
    feed = deployment.feed
    key = audience_of(feed.board, actor) if may_see(actor, "console") else BOARD
    return Whole(feed.view("en"), feed.audience(key).position, feed.now(), deployment.spots.all().values())
