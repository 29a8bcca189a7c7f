"""The way from a person on any page to what they consented to."""

from typing import Any

from django import template

from alongside.server.site.consented import consents_url

register = template.Library()


@register.inclusion_tag("site/consents.html", takes_context=True)
def consents_of(context: template.Context, owner: str) -> dict[str, Any]:
    """A link for whom it concerns; ``owner`` is an episode or a record."""
    actor = context.get("actor")
    return {"url": consents_url(actor, owner) if actor else ""}
