"""What would this role see, and why; and the whole of it on paper. Nothing here reads anybody's words: the rules alone answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.server.sharing.asked import read_case, tell_form
from alongside.server.sharing.matrix import tell_matrix
from alongside.server.sharing.told import tell_answers
from alongside.server.site.deployment import get_deployment
from alongside.server.site.kept import sharing_rules
from alongside.server.site.routes import page


@page("sharing")
def explain(request: HttpRequest) -> HttpResponse:
    """Role, purpose, ties, consent, age → each class with its fields and reasons."""
    sharing, language = sharing_rules(), get_language() or "en"
    case = read_case(request.GET, get_deployment().clock.now())
    told = {"form": tell_form(case), "classes": tell_answers(sharing, case, language), "sharing": sharing, "about": sharing.about[language]}
    return render(request, "sharing/explain.html", told)


@page("sharing")
def matrix(request: HttpRequest) -> HttpResponse:
    """Every role and class, with what must be met; made to be printed."""
    sharing, language = sharing_rules(), get_language() or "en"
    return render(request, "sharing/matrix.html", {**tell_matrix(sharing, language), "sharing": sharing, "about": sharing.about[language]})
