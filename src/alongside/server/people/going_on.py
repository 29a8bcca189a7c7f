"""Whoever confirms who they are goes on: for twelve hours more, under another session key."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from alongside.server.people.awake import begin_anew
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment

Confirm = Callable[..., HttpResponse]


def with_a_way(view: Confirm) -> Confirm:
    """Whoever has nothing of ours to confirm with (an invented person of a demo, the agency's own provider) signs in once more."""

    def confirm(request: HttpRequest, **told: Any) -> HttpResponse:
        if not get_reauthentication_flows(request.user):
            return HttpResponseRedirect(f"/sign-in?{urlencode({'next': request.GET.get('next', '/')})}")
        before = get_authentication_records(request, request.user)[-1:]
        answer = view(request, **told)
        if get_authentication_records(request, request.user)[-1:] != before:
            begin_anew(request.session)
            get_deployment().sittings.revoke()
            write_down("confirmed", by_request(request), request.user.staff.id)  # type: ignore[union-attr]
        return answer

    return confirm
