"""The button that leads from a person in crisis to their record, or to saying who they are."""

from typing import Any

from django import template

from alongside.server.site.who import who_is

register = template.Library()


@register.inclusion_tag("site/who.html", takes_context=True)
def who(context: template.Context, episode: str) -> dict[str, Any]:
    """Nothing where neither is this reader's."""
    actor = context.get("actor")
    return {"who": who_is(actor, episode) if actor else None}
