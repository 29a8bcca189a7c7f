"""The form of one member of staff, with every mistake beside its field."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from alongside.server.people.accounts import HUMAN_ROLES, SUPERVISES_INTERNS
from alongside.server.people.models import Staff
from alongside.server.site.deployment import get_deployment

ID = re.compile(r"[a-z][a-z0-9.-]{1,63}")


class StaffForm(forms.Form):
    """Who somebody is and where they work."""

    id = forms.CharField(
        label=gettext_lazy("Sign-in name"),
        max_length=64,
        help_text=gettext_lazy("Small letters, digits, - and . It stays for ever: the record of what this person did names it."),
    )
    name = forms.CharField(label=gettext_lazy("Name others read"), max_length=120)
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    agency = forms.ChoiceField(label=gettext_lazy("Agency"), required=False)
    seat = forms.ChoiceField(label=gettext_lazy("Usual desk or place"), required=False)
    supervisor = forms.ChoiceField(label=gettext_lazy("For an intern: works under"), required=False)
    ends = forms.DateField(
        label=gettext_lazy("Last day of a temporary account"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    hold_until = forms.DateField(
        label=gettext_lazy("Designated to write legal holds, last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Empty: not designated. After this day no hold can be written until the date is renewed."),
    )

    def __init__(self, *args: Any, staff: Staff | None = None, **told: Any) -> None:
        super().__init__(*args, **told)
        self.staff = staff
        names, language = get_deployment().names, get_language() or "en"
        if staff:
            del self.fields["id"]
        nobody = [("", _("none"))]
        self.fields["role"].choices = sorted(
            ((role, names.label(f"role.{role}", language)) for role in HUMAN_ROLES), key=lambda one: one[1]
        )  # type: ignore[attr-defined]
        self.fields["agency"].choices = nobody + [(one.id, names.label(f"agency.{one.id}", language)) for one in names.profile.agencies]  # type: ignore[attr-defined]
        self.fields["seat"].choices = nobody + list_seats(names, language, staff)  # type: ignore[attr-defined]
        self.fields["supervisor"].choices = nobody + list_overseers(staff)  # type: ignore[attr-defined]

    def clean_id(self) -> str:
        """A name nobody bears."""
        id = str(self.cleaned_data["id"])
        if not ID.fullmatch(id):
            raise ValidationError(_("Use small letters, digits, - and . and begin with a letter, like j-doe."))
        if Staff.objects.filter(id=id).exists():
            raise ValidationError(_("Somebody has this sign-in name: choose another."))
        return id


def list_seats(names: Any, language: str, staff: Staff | None) -> list[tuple[str, str]]:
    """Desks and facilities of the program; whatever this person has now stays possible."""
    desks = [(one.id, names.label(f"desk.{one.id}", language)) for one in names.profile.rules.program.desks]
    found = desks + [(id, names.facility(id)) for id in names.profile.rules.facilities]
    signs = {unit.id: unit.call_sign for unit in names.profile.units}
    return found + ([(staff.seat, signs.get(staff.seat, staff.seat))] if staff and staff.seat and staff.seat not in dict(found) else [])


def list_overseers(staff: Staff | None) -> list[tuple[str, str]]:
    """Who may have an intern."""
    found = Staff.objects.filter(role__in=SUPERVISES_INTERNS, user__is_active=True).order_by("name")
    return [(one.id, one.name) for one in found if staff is None or one.id != staff.id]
