"""The way from a person on any page to what they consented to."""

from typing import Any

from django import template
from django.urls import reverse

from alongside.core.sharing.access import may_see
from alongside.core.sharing.ties import standing_of
from alongside.server.site.deployment import get_deployment

register = template.Library()


@register.inclusion_tag("site/consents.html", takes_context=True)
def consents_of(context: template.Context, owner: str) -> dict[str, Any]:
    """A link for whom it concerns; ``owner`` is an episode or a record. Nothing while nobody knows who it is."""
    deployment, actor = get_deployment(), context.get("actor")
    if actor is None or not may_see(actor, "consent"):
        return {"url": ""}
    with deployment.ledger.board() as board:
        episode = board.episodes.find(owner)
        person = episode.person if episode else owner
        known = board.people.find(person) is not None
        tied = known and standing_of(board, actor, "person", person, deployment.clock.now()).ties
    return {"url": reverse("consents", args=[person]) if tied or (known and actor.role == "privacy_officer") else ""}
