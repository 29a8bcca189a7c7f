"""Addresses of the planning pages."""

from django.urls import path

from alongside.server.plan import need_page, overview

urlpatterns = [
    path("plan/", overview.plan, name="plan"),
    path("plan/need", need_page.need, name="plan_need"),
    path("plan/need.csv", need_page.need_export, name="plan_need_export"),
]
ROUTES = {"plan": "plan", "plan_need": "plan", "plan_need_export": "plan"}
