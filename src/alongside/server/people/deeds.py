"""What a button does to an account, for administrators."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.server.people.accounts import AccountRefused
from alongside.server.people.asking_again import confirmed_page
from alongside.server.people.doing import DO
from alongside.server.people.editing_shown import what_is_shown
from alongside.server.people.models import Staff
from alongside.server.people.written import by_request
from alongside.server.site.deployment import get_deployment


@require_POST
@never_cache
@confirmed_page("staff")
def do(request: HttpRequest, id: str) -> HttpResponse:
    """One of the things done to an account by a button."""
    staff = get_object_or_404(Staff.objects.select_related("user"), id=id)
    done = DO.get(request.POST.get("do", ""))
    if done is None:
        raise Http404
    if staff.id == request.actor.staff:  # type: ignore[attr-defined]
        return render(
            request,
            "people/staff_one.html",
            {**what_is_shown(staff), "refused": _("Not to your own account: ask another administrator.")},
            status=409,
        )
    try:
        told = done(request, staff, by_request(request))
    except AccountRefused as refused:
        return render(request, "people/staff_one.html", {**what_is_shown(staff), "refused": str(refused)}, status=409)
    get_deployment().sittings.watch.look_now()
    if "password" not in told:
        return HttpResponseRedirect(f"/staff/person/{staff.id}")
    return render(request, "people/staff_one.html", {**what_is_shown(staff), **told})
