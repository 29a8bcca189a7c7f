"""The plan of an address; nothing where nobody made one, a sentence where what it rests on is gone or damaged."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from alongside.library.reading import Mistake
from alongside.server.plan.board.kept import plans
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.question import Question, question
from alongside.server.plan.complaints import say_complaint
from alongside.twin.planning.wrong import Mistake as WrongWorld
from alongside.twin.whatif.plan import BoardPlan

GONE = 410
OfPlan = Callable[[HttpRequest, Question, str], HttpResponse]


class CannotOpen(Exception):
    """Why, in a sentence."""


def of_plan(view: OfPlan) -> Callable[[HttpRequest, str], HttpResponse]:
    """A view of a plan; where the plan cannot be opened any more its address says why, and what to do."""

    @wraps(view)
    def opened(request: HttpRequest, mark: str) -> HttpResponse:
        try:
            asked = must_ask(mark)
        except CannotOpen as why:
            return render(request, "plan/gone.html", {"why": str(why)}, status=GONE)
        return view(request, asked, mark)

    return opened


def must_ask(mark: str) -> Question:
    """404 where no plan has that address here, or its world is gone; :class:`CannotOpen` where its program is, or its world is damaged."""
    plan = plans().find(mark)
    if plan is None:
        raise Http404("plan")
    _must_have_program(plan)
    try:
        asked = question(plan)
    except WrongWorld as wrong:
        raise CannotOpen(_("Its world cannot be read: %(why)s.") % {"why": say_complaint(wrong.complaint)}) from wrong
    if asked is None:
        raise Http404("world")
    return asked


def _must_have_program(plan: BoardPlan) -> None:
    try:
        profile_of(plan.program)
    except Mistake as wrong:
        told = {"program": plan.program}
        raise CannotOpen(_("Its program “%(program)s” is not here any more, or cannot be read since an upgrade.") % told) from wrong
