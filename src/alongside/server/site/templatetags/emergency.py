"""The way from a person on a page to their record in an emergency, for the roles that may take it."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.core.sharing.access import may_ask

register = template.Library()


@register.simple_tag(takes_context=True)
def emergency_link(context: template.Context, episode: str) -> SafeString | str:
    """A link to open the record; nothing for everybody else."""
    actor = context.get("actor")
    if actor is None or not may_ask(actor, "BreakGlass"):
        return ""
    return format_html('<p class="row"><a href="{}">{}</a></p>', reverse("glass_open", args=[episode]), _("Emergency access to the record"))
