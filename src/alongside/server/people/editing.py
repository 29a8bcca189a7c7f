"""One member of staff: added, changed, closed, opened again, for administrators."""

from datetime import UTC, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.server.people import accounts
from alongside.server.people.accounts import AccountRefused
from alongside.server.people.asking_again import confirmed_page
from alongside.server.people.editing_shown import what_is_shown
from alongside.server.people.models import Staff
from alongside.server.people.staff_form import StaffForm
from alongside.server.people.written import by_request
from alongside.server.site.deployment import get_deployment


def ends_at(form: StaffForm) -> datetime | None:
    """The end of the last day, in UTC."""
    day = form.cleaned_data["ends"]
    return datetime.combine(day, time(), UTC) + timedelta(days=1) if day else None


@confirmed_page("staff")
def edit(request: HttpRequest, id: str) -> HttpResponse:
    """See and change somebody's details."""
    staff = get_object_or_404(Staff.objects.select_related("user"), id=id)
    form = StaffForm(request.POST, staff=staff) if request.method == "POST" else None
    if form is not None and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("name", "role", "agency", "seat", "supervisor", "hold_until")}
        try:
            accounts.change(staff, {**told, "ends_at": ends_at(form)}, by_request(request))
        except AccountRefused as refused:
            form.add_error(None, str(refused))
        else:
            get_deployment().sittings.watch.look_now()
            return HttpResponseRedirect(reverse("staff_edit", args=[staff.id]))
    return render(request, "people/staff_one.html", what_is_shown(staff, form), status=422 if form and form.errors else 200)
