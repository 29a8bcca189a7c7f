"""The button that leads from a person in crisis to their record, or to saying who they are."""

from typing import Any

from django import template

from alongside.server.site.deployment import get_deployment
from alongside.server.site.who import who_of

register = template.Library()


@register.inclusion_tag("site/who.html", takes_context=True)
def who(context: template.Context, episode: str) -> dict[str, Any]:
    """Nothing where neither is this reader's."""
    deployment, actor = get_deployment(), context.get("actor")
    with deployment.ledger.board() as board:
        found = board.episodes.find(episode)
        rules, now = deployment.vault.sharing.rules, deployment.clock.now()
        return {"who": who_of(rules, board, actor, found, now) if found and actor else None}
