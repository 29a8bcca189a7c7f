"""A change of the board: another plan under another address."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.changing import changed
from alongside.server.plan.board.kept import keep_plan
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.refusals import say_why
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe


@page("plan")
@of_plan
def change(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """A change of the board: another plan under another address, this one stays what it is."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("plan_board", args=[mark]))
    try:
        after = keep_plan(changed(asked.plan, request.POST, asked.world))
    except CannotBe as wrong:
        return shown(request, asked, mark, say_why(wrong))
    team, part = request.POST.get("team", ""), "#terms" if request.POST.get("back") == "terms" else ""
    told = {"before": mark if after != mark else "", "team": team}
    return HttpResponseRedirect(f"{reverse('plan_board', args=[after])}?{urlencode({k: v for k, v in told.items() if v})}{part}")
