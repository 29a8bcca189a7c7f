"""Words and moments on a page as people read them; files keep them as they are."""

from django import template

from alongside.server.site.as_read import as_read, read_moment_aloud

register = template.Library()
register.filter("moment_read", read_moment_aloud)


@register.filter
def reads(text: str, field: str) -> str:
    """``{{ one.words|reads:one.field }}``."""
    return as_read(field, text)
