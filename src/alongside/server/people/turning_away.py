"""Somebody turned away goes back to the door. No deployment is needed for it: ``alongside staff`` loads the provider, and with it this."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

WRONG = "sign_in_wrong"  # where the session keeps why somebody was turned away


def turn_away(request: HttpRequest, why: str = "closed") -> HttpResponse:
    """Back to the door, where the reason is read once (``door.take_reason``)."""
    request.session[WRONG] = why
    return HttpResponseRedirect(reverse("sign_in"))
