"""The form of another password, with every mistake beside its field."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.server.people.lockout import is_own_password
from alongside.server.people.written import by_request


class PasswordForm(forms.Form):
    """The old password, and the new one twice."""

    old = forms.CharField(label=gettext_lazy("Password now"), strip=False, max_length=256)
    new = forms.CharField(label=gettext_lazy("New password"), strip=False, max_length=256)
    again = forms.CharField(label=gettext_lazy("New password again"), strip=False, max_length=256)

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        super().__init__(*args)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """Every reason why this cannot be the new password, beside its field."""
        told: dict[str, Any] = super().clean() or {}
        if "old" in told and not is_own_password(self.request.user, told["old"], by_request(self.request).source):
            self.add_error("old", _("This is not your password, or too many wrong ones were tried."))
        if "new" in told and told.get("again") not in (None, told["new"]):
            self.add_error("again", _("The two are not the same: write the new password again."))
        if "new" in told and told["new"] == told.get("old"):
            self.add_error("new", _("This is the password you have: choose another."))
        try:
            validate_password(told.get("new", ""), self.request.user)
        except forms.ValidationError as weak:
            self.add_error("new", weak)
        return told
