"""Workstations that do not lock themselves: named by an administrator, in the browser they sit at."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from alongside.server.people.asking_again import confirmed_page
from alongside.server.people.models import Workstation
from alongside.server.people.own_sessions import read_number
from alongside.server.people.workstations import end_workstation, find_workstation, name_workstation
from alongside.server.people.written import by_request


class StationForm(forms.Form):
    """What this browser is."""

    name = forms.CharField(label=gettext_lazy("What others call this workstation"), max_length=64)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=(("console", gettext_lazy("Dispatch console in a secure room")), ("vehicle", gettext_lazy("Crew's vehicle"))),
    )


@confirmed_page("staff")
def stations(request: HttpRequest) -> HttpResponse:
    """Those there are; name this browser, or end one."""
    if request.method == "POST" and "end" in request.POST:
        end_workstation(read_number(request.POST["end"]), by_request(request))
        return HttpResponseRedirect("/staff/workstations")
    form = StationForm(request.POST) if request.method == "POST" else StationForm()
    if request.method == "POST" and form.is_valid():
        answer = HttpResponseRedirect("/staff/workstations")
        name_workstation(answer, form.cleaned_data["name"], form.cleaned_data["kind"], by_request(request))
        return answer
    told = {"form": form, "rows": Workstation.objects.filter(enabled=True).order_by("name"), "this": find_workstation(request)}
    return render(request, "people/stations.html", told, status=422 if form.errors else 200)
