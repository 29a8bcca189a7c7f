"""The access table: every URL of this server by name, and what somebody must be allowed to see for it. A URL not in it fails a test.

``OPEN`` is for everybody who can reach the server; ``SIGNED_IN`` for every member of staff; ``REQUEST`` is decided by the request's
own kind (``core.sharing.access.MAY_ASK``); ``TOKEN`` belongs to machine clients. Everything else is a row of ``MAY_SEE``.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see

log = logging.getLogger(__name__)
OPEN, SIGNED_IN, REQUEST, TOKEN = "open", "own", "request", "token"

ROUTES: dict[str, str] = {
    # pages of this folder and of people/
    "home": SIGNED_IN,
    "sign_in": OPEN,
    "sign_out": OPEN,
    "set_language": OPEN,
    "health": OPEN,
    "seat": SIGNED_IN,
    "api_docs": OPEN,
    # the machine interface: every operation asks for a token of its own (exchange/api.py)
    "api:api-root": OPEN,
    "api:openapi-json": OPEN,
    "api:add_incident": TOKEN,
    "api:list_open": TOKEN,
    "api:get_incident": TOKEN,
    "api:list_units": TOKEN,
    "api:list_positions": TOKEN,
    "api:list_capacity": TOKEN,
    "api:add_positions": TOKEN,
    # the thin path
    "ask": REQUEST,
    "attach": "consent",
    "board": SIGNED_IN,
    "stream_board": SIGNED_IN,
    "words": "call_words",
    "avl": REQUEST,
    "static": OPEN,
}
# Stages add theirs in their own urls.py: each keeps a ROUTES of the same shape, joined in site/urls.py.


def allows(actor: Actor | None, what: str) -> bool:
    """Whether this actor may open a URL that stands for ``what``. Nobody signed in may open only what is open."""
    if what == OPEN:
        return True
    if actor is None:
        return False
    return what in (SIGNED_IN, REQUEST) or may_see(actor, what)


def note_refusal(actor: Actor | None, what: str) -> None:
    """Somebody asked for what is not part of their role: a line for whoever watches. Ids and codes only."""
    if actor is not None:
        log.warning("refused: %s as %s may not see %s", actor.staff, actor.role, what)


Page = Callable[..., HttpResponse]


def page(what: str) -> Callable[[Page], Page]:
    """Guard a view: whoever is not signed in is sent to sign in, whoever may not see ``what`` reads why not."""

    def guard(view: Page) -> Page:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor = getattr(request, "actor", None)
            if actor is None and what != OPEN:
                return HttpResponseRedirect(f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}")
            if not allows(actor, what):
                note_refusal(actor, what)
                raise PermissionDenied(what)
            return view(request, *args, **kwargs)

        guarded.what = what  # type: ignore[attr-defined]
        return guarded

    return guard
