"""Add somebody, for administrators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from alongside.server.people.accounts import AccountRefused
from alongside.server.people.adding import add, make_password
from alongside.server.people.asking_again import confirmed_page
from alongside.server.people.editing import ends_at
from alongside.server.people.editing_shown import what_is_shown
from alongside.server.people.models import Staff
from alongside.server.people.staff_form import StaffForm
from alongside.server.people.written import by_request
from alongside.server.site.deployment import get_deployment


@never_cache
@confirmed_page("staff")
def new(request: HttpRequest) -> HttpResponse:
    """Add somebody. The first password is shown once and changed at its first use."""
    form = StaffForm(request.POST) if request.method == "POST" else StaffForm()
    if request.method == "POST" and form.is_valid():
        told, password = form.cleaned_data, make_password()
        more = {"until": ends_at(form), "supervisor": told["supervisor"], "by": by_request(request), "must_change": True}
        try:
            add(told["id"], told["name"], told["role"], password, told["agency"], told["seat"], **more)
        except AccountRefused as refused:
            form.add_error(None, str(refused))
        else:
            get_deployment().sittings.watch.look_now()
            shown = what_is_shown(get_object_or_404(Staff, id=told["id"]))
            return render(request, "people/staff_one.html", {**shown, "password": password})
    return render(request, "people/staff_new.html", {"form": form}, status=422 if form.errors else 200)
