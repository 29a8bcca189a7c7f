"""The forms of the second factor, under the one lock-out policy."""

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alongside.server.people.lockout import begin_try, forget, note_wrong
from alongside.server.people.used_codes import use_once


class Counted:
    """Wrong codes count like wrong passwords, apart from them."""

    def clean_code(self) -> str:
        """The code, where it is right and the name is not locked."""
        name = self.user.username  # type: ignore[attr-defined]
        if not begin_try(name, "code"):
            raise ValidationError(_("Too many wrong codes. Ask the administrator or the supervisor on shift to release this name."))
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except ValidationError:
            note_wrong(name, get_adapter().get_client_ip(context.request), "code")
            raise
        if not use_once(self.user.pk, code):  # type: ignore[attr-defined]
            raise ValidationError(_("This code was used already. Wait for the next one."))
        forget(name, "code")
        return code


class CodeForm(Counted, AuthenticateForm):  # type: ignore[misc]
    """At sign-in."""


class CodeAgainForm(Counted, ReauthenticateForm):  # type: ignore[misc]
    """To confirm who one is."""
