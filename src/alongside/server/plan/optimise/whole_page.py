"""The whole page of a goal, or only its answer."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.plan.board.living import can_live
from alongside.server.plan.optimise.asked import query_of
from alongside.server.plan.optimise.asking import Asking
from alongside.server.plan.optimise.form import show_form
from alongside.server.plan.optimise.showing import show_result


def shown(request: HttpRequest, asking: Asking, refused: str = "") -> HttpResponse:
    """With a sentence where something could not be."""
    told = show_form(asking.wanted, asking.kinds, asking.wrong, request.GET.dict())
    told |= {"query": urlencode(query_of(asking.wanted)), "can_live": can_live()}
    if asking.is_able:
        found = asking.answer()
        told |= show_result(found) if found else {"is_reckoning": True}
    if request.GET.get("part") == "result" and not asking.wrong:
        return render(request, "plan/optimise_result.html", told)
    return render(request, "plan/optimise.html", told | {"refused": refused}, status=400 if asking.wrong or refused else 200)
