"""A file on its way to a browser: to be drawn in a page of ours or kept by the person, never opened as a page of its own."""

from django.http import HttpResponse

from alongside.server.records.filing import KINDS, Filed

# Whatever the bytes may be taken for: nothing in them runs, loads or asks.
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def deliver(filed: Filed, name: str) -> HttpResponse:
    """The bytes under their own media type and a name of ours; no browser, and nothing between, keeps them."""
    answer = HttpResponse(filed.content, content_type=filed.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{KINDS[filed.media_type].lower()}"'
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = POLICY
    return answer
