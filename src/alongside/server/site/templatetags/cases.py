"""The way from a person on any page to the longer work with them."""

from typing import Any

from django import template
from django.utils.translation import get_language

from alongside.server.site.cases_of import links_of

register = template.Library()


@register.inclusion_tag("site/cases.html", takes_context=True)
def cases_of(context: template.Context, owner: str) -> dict[str, Any]:
    """Links for whom it concerns; ``owner`` is an episode or a record."""
    actor = context.get("actor")
    return links_of(actor, owner, get_language() or "en") if actor else {}
