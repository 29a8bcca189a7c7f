"""Addresses of the planning pages."""

from django.urls import path

from alongside.server.plan import facing_page, forecast_page, need_page, overview
from alongside.server.plan.board import begin_page, board_csv, board_page, change_page, run_page
from alongside.server.plan.optimise import page as optimise_page
from alongside.server.plan.paper import paper_page
from alongside.server.plan.truth import page as truth_page
from alongside.server.plan.worlds import page as world_page

urlpatterns = [
    path("plan/", overview.plan, name="plan"),
    path("plan/need", need_page.need, name="plan_need"),
    path("plan/need.csv", need_page.need_export, name="plan_need_export"),
    path("plan/forecast", forecast_page.forecast_shown, name="plan_forecast"),
    path("plan/forecast.csv", forecast_page.forecast_export, name="plan_forecast_export"),
    path("plan/world", world_page.world_shown, name="plan_world"),
    path("plan/truth", truth_page.truth, name="plan_truth"),
    path("plan/truth/ask", truth_page.ask, name="plan_truth_ask"),
    path("plan/truth/stop", truth_page.stop, name="plan_truth_stop"),
    path("plan/program", facing_page.facing_shown, name="plan_program"),
    path("plan/program.csv", facing_page.facing_export, name="plan_program_export"),
    path("plan/optimise", optimise_page.optimise, name="plan_optimise"),
    path("plan/optimise/prove", optimise_page.prove, name="plan_optimise_prove"),
    path("plan/optimise/stop", optimise_page.stop, name="plan_optimise_stop"),
    path("plan/optimise/board", optimise_page.on_board, name="plan_optimise_board"),
    path("plan/board", begin_page.begin, name="plan_board_today"),
    path("plan/board/<str:mark>.csv", board_csv.export, name="plan_board_export"),
    path("plan/board/<str:mark>.pdf", paper_page.paper, name="plan_board_paper"),
    path("plan/board/<str:mark>", board_page.board, name="plan_board"),
    path("plan/board/<str:mark>/change", change_page.change, name="plan_board_change"),
    path("plan/board/<str:mark>/run", run_page.run, name="plan_board_run"),
    path("plan/board/<str:mark>/stop", run_page.stop, name="plan_board_stop"),
]
ROUTES = dict.fromkeys((one.name for one in urlpatterns), "plan")
