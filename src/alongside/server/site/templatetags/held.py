"""A person's legal hold on any page."""

from typing import Any

from django import template

from alongside.server.site.held import hold_of

register = template.Library()


@register.inclusion_tag("site/held.html", takes_context=True)
def held(context: template.Context, episode: str) -> dict[str, Any]:
    """The latest time first; for who is designated, the way to write one."""
    actor = context.get("actor")
    return {"hold": hold_of(actor, episode) if actor else None, "now": context["now"]}
