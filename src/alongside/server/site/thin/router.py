"""Which requests take the thin path; all others are Django's."""

import logging

from django.core.asgi import get_asgi_application

from alongside.server.site.deployment import get_deployment
from alongside.server.site.thin.bodies import TooLarge, says_too_large, within_limit
from alongside.server.site.thin.files import PREFIX as STATIC
from alongside.server.site.thin.files import serve_static
from alongside.server.site.thin.guard import refuse
from alongside.server.site.thin.health import serve_health
from alongside.server.site.thin.http import Http, Receive, Scope, Send
from alongside.server.site.thin.looking_on import would_change_a_replay
from alongside.server.site.thin.sentences import BODY_TOO_LARGE, FAILED, HOST_UNKNOWN, NOT_SUPPORTED, REPLAY_READ_ONLY
from alongside.server.site.thin.table import Serve, find_thin

log = logging.getLogger(__name__)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
django_app = get_asgi_application()


async def route(scope: Scope, receive: Receive, send: Send) -> None:
    """Thin where it can be, Django where it cannot."""
    method, path = scope["method"], scope["path"]
    serve = find_thin(method, path)
    http = Http(scope, receive, send)
    if http.has_known_host and would_change_a_replay(http):
        await refuse(http, 409, "replay_read_only", REPLAY_READ_ONLY)
    elif serve is None and method not in METHODS:
        await refuse(http, 405, "not_supported", NOT_SUPPORTED)
    elif serve is None and not path.startswith(STATIC) and not wants_json_health(http):
        await serve_by_django(http)
    elif not http.has_known_host:
        await refuse(http, 400, "host_unknown", HOST_UNKNOWN)
    elif serve is not None:
        await serve_safely(serve, http)
    elif path.startswith(STATIC):
        await serve_safely(lambda _, http: serve_static(http), http)
    else:
        await serve_safely(serve_health, http)


async def serve_by_django(http: Http) -> None:
    """A page. Django would keep the whole of a body on the disk before looking at it."""
    if says_too_large(http):
        await refuse(http, 413, "too_large", BODY_TOO_LARGE)
        return
    try:
        await django_app(http.scope, within_limit(http.receive), http.send)
    except TooLarge:
        await refuse(http, 413, "too_large", BODY_TOO_LARGE)


async def serve_safely(serve: Serve, http: Http) -> None:
    """A fault of ours is logged and told in a sentence, never in a trace; a stream that has begun just ends."""
    try:
        await serve(get_deployment(), http)
    except Exception:  # noqa: BLE001  (the last line before the ASGI server)
        log.exception("%s failed", http.path)
        if not http.has_begun:
            await refuse(http, 500, "failed", FAILED)


def wants_json_health(http: Http) -> bool:
    """Machines ask /health for JSON; browsers get a page."""
    return http.path == "/health" and "text/html" not in http.headers.get("accept", "")
