"""Addresses of cases, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.cases import case_page, mine_page, often_page, opening_page, team_page

urlpatterns = [
    path("cases/", mine_page.mine, name="cases"),
    path("cases/team", team_page.team, name="cases_team"),
    path("cases/often", often_page.often, name="often"),
    path("cases/of/<str:person>", opening_page.begin, name="case_open"),
    path("cases/<str:case>", case_page.case, name="case"),
]
ROUTES = {"cases": "cases", "cases_team": "caseloads", "often": "often", "case_open": "cases", "case": "cases"}
