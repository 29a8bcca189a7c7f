"""The report of a plan, as PDF."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.question import Question
from alongside.server.plan.paper import press, report
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("plan")
@of_plan
def paper(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """What is known now; before the first figures are, the board."""
    found = jobs().standing(asked.job().mark()).found
    if found is None:
        return shown(request, asked, mark)
    if not press.can_press():
        return shown(request, asked, mark, _("What makes the PDF is not installed on this machine: print the page instead."))
    deployment = get_deployment()
    made = datetime.fromtimestamp(deployment.clock.now() // 1000, ZoneInfo(deployment.profile.area.zone))
    link = request.build_absolute_uri(reverse("plan_board", args=[mark]))
    name = {"Content-Disposition": f'attachment; filename="alongside-plan-{mark}.pdf"'}
    return HttpResponse(press.press(report.report_of(asked, found, link, made), made), content_type="application/pdf", headers=name)
