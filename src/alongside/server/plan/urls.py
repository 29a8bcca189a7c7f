"""Addresses of the planning pages."""

from django.urls import path

from alongside.server.plan import facing_page, forecast_page, need_page, overview
from alongside.server.plan.worlds import page as world_page

urlpatterns = [
    path("plan/", overview.plan, name="plan"),
    path("plan/need", need_page.need, name="plan_need"),
    path("plan/need.csv", need_page.need_export, name="plan_need_export"),
    path("plan/forecast", forecast_page.forecast_shown, name="plan_forecast"),
    path("plan/forecast.csv", forecast_page.forecast_export, name="plan_forecast_export"),
    path("plan/world", world_page.world_shown, name="plan_world"),
    path("plan/program", facing_page.facing_shown, name="plan_program"),
    path("plan/program.csv", facing_page.facing_export, name="plan_program_export"),
]
ROUTES = dict.fromkeys((one.name for one in urlpatterns), "plan")
