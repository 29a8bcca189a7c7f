"""The thin routes, each with what serves it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from alongside.server.exchange.api import OPERATIONS
from alongside.server.exchange.operation import find_operation
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin import ask, attach
from alongside.server.site.thin.avl import serve_avl
from alongside.server.site.thin.board import serve_board, serve_stream
from alongside.server.site.thin.fhir import FHIR, MOVES, serve_fhir
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.machines import serve_operation
from alongside.server.site.thin.words import serve_words

Serve = Callable[[Deployment, Http], Awaitable[None]]
THIN: Mapping[tuple[str, str], Serve] = {
    ("GET", "/board.json"): serve_board,
    ("GET", "/stream/board"): serve_stream,
    ("POST", "/words"): serve_words,
    ("POST", "/avl"): serve_avl,
}


def find_thin(method: str, path: str) -> Serve | None:
    """What serves this address, or None where Django does."""
    if method == "POST" and path.startswith((ask.PREFIX, attach.PREFIX)):
        return ask.serve_ask if path.startswith(ask.PREFIX) else attach.serve_attach
    if path.startswith(FHIR) and method in MOVES:
        return serve_fhir
    found = find_operation(OPERATIONS, method, path)
    return THIN.get((method, path)) or (partial(serve_operation, operation=found[0], names=found[1]) if found else None)
