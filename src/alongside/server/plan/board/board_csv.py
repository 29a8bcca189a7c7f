"""What was found as CSV: every figure with its interval, and the plan it belongs to."""

from django.http import HttpRequest, HttpResponse

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.csv_rows import as_csv
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.question import Question
from alongside.server.plan.figures import csv_file
from alongside.server.site.routes import page


@page("plan")
@of_plan
def export(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """Exact figures over the whole run; before the first is known, the page."""
    found = jobs().standing(asked.job().mark()).found
    return csv_file(as_csv(asked, mark, found), f"alongside-plan-{mark}") if found else shown(request, asked, mark)
