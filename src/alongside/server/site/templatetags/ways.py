"""The way from a person on any page to who was responsible for them at every minute."""

from typing import Any

from django import template
from django.utils.translation import get_language

from alongside.server.site.ways_of import ways_of

register = template.Library()


@register.inclusion_tag("site/way.html", takes_context=True)
def way_of(context: template.Context, owner: str, named: bool = False, until: int | None = None) -> dict[str, Any]:
    """Links for whom it concerns; ``named``: with the number, where there may be several; ``until``: of what began by then (ms UTC)."""
    actor = context.get("actor")
    return {"ways": ways_of(actor, owner, get_language() or "en", until) if actor else [], "named": named}
