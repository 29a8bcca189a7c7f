"""Which requests take the thin path; all others are Django's."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from django.core.asgi import get_asgi_application

from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.health import look
from alongside.server.site.thin.ask import PREFIX as ASK
from alongside.server.site.thin.ask import serve_ask
from alongside.server.site.thin.avl import serve_avl
from alongside.server.site.thin.board import serve_board, serve_stream
from alongside.server.site.thin.files import PREFIX as STATIC
from alongside.server.site.thin.files import serve_static
from alongside.server.site.thin.guard import refuse
from alongside.server.site.thin.http import Http, Receive, Scope, Send
from alongside.server.site.thin.sentences import FAILED, HOST_UNKNOWN
from alongside.server.site.thin.words import serve_words

log = logging.getLogger(__name__)
Serve = Callable[[Deployment, Http], Awaitable[None]]
THIN: Mapping[tuple[str, str], Serve] = {
    ("GET", "/board.json"): serve_board,
    ("GET", "/stream/board"): serve_stream,
    ("POST", "/words"): serve_words,
    ("POST", "/avl"): serve_avl,
}
django_app = get_asgi_application()


async def route(scope: Scope, receive: Receive, send: Send) -> None:
    """Thin where it can be, Django where it cannot."""
    method, path = scope["method"], scope["path"]
    serve = THIN.get((method, path)) or (serve_ask if method == "POST" and path.startswith(ASK) else None)
    http = Http(scope, receive, send)
    if serve is None and not path.startswith(STATIC) and not wants_json_health(http):
        await django_app(scope, receive, send)
    elif not http.has_known_host:
        await refuse(http, 400, "host_unknown", HOST_UNKNOWN)
    elif serve is not None:
        await serve_safely(serve, http)
    elif path.startswith(STATIC):
        await serve_static(http)
    else:
        seen = look(get_deployment())
        await http.json(200 if seen["well"] else 503, seen)


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
