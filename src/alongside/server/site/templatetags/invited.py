"""The way from anything a receiver without an account can answer to a link and a PIN for them."""

from typing import Any

from django import template

from alongside.server.site.invited.standing import invitations_about

register = template.Library()


@register.inclusion_tag("site/invited.html", takes_context=True)
def invitations(context: template.Context, purpose: str, about: str, episode: str) -> dict[str, Any]:
    """Those that were sent, and the form that makes one; nothing for whom it does not concern."""
    actor = context.get("actor")
    told = invitations_about(actor, purpose, about) if actor else {"sees": False, "sends": False, "rows": []}
    form = {"purpose": purpose, "about": about, "episode": episode, "back": context["request"].get_full_path()}
    return {**told, **form, "csrf_token": context["csrf_token"], "now": context["now"]}
