"""Pages that change who may do what are for somebody who showed within ten minutes who they are."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from alongside.server.site.routes import Page, page


def confirmed_page(what: str) -> Callable[[Page], Page]:
    """Like ``page``, and then asks again who it is where the last time was a while ago (ASVS 7.5.3)."""

    def guard(view: Page) -> Page:
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **told: Any) -> HttpResponse:
            return view(request, *args, **told) if did_recently_reauthenticate(request) else ask(request)

        return page(what)(asked)

    return guard


def ask(request: HttpRequest) -> HttpResponse:
    """To the first way this person can show who they are, and back; a button is pressed again on its page."""
    back = request.get_full_path().removesuffix("/do")
    first = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    return HttpResponseRedirect(f"{first}?{urlencode({'next': back})}")
