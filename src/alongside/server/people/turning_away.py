"""What somebody turned away reads at the door. No deployment is needed for it: ``alongside staff`` loads the provider, and with it this."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

WRONG = "sign_in_wrong"  # where the session keeps why somebody was turned away


def turn_away(request: HttpRequest, why: str = "closed") -> HttpResponse:
    """Back to the door, where the reason is read once."""
    request.session[WRONG] = why
    return HttpResponseRedirect(reverse("sign_in"))


def take_reason(request: HttpRequest) -> str:
    """The sentence for somebody turned away; told once."""
    sentences = {
        "closed": _("This account is closed. Ask the administrator."),
        "passkey": _("The passkey was not accepted. Try again, or use name and password."),
        "provider": _("Your organization's sign-in did not say who you are here. Ask the administrator."),
        "agree": _("Read the notice and accept it first."),
    }
    return sentences.get(request.session.pop(WRONG, ""), "")
