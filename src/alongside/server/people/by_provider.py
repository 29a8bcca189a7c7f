"""allauth's two addresses of the identity provider; where it does not answer, or is not believed, whoever came is told at the door."""

import logging
from typing import Any

import requests
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.http import HttpRequest, HttpResponse

from alongside.server.people.turning_away import turn_away

log = logging.getLogger(__name__)


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On the way there."""
    return _asking(oidc.login, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On the way back."""
    return _asking(oidc.callback, request, provider_id)


def _asking(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = view(request, provider_id)
    except requests.RequestException as away:
        log.error("the identity provider was not asked or not believed: %s", type(away).__name__)
        return turn_away(request, "provider")
    return answer
