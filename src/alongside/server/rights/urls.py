"""Addresses of a person's rights over their record."""

from django.urls import path

from alongside.server.rights import amendment_paper, copy_file, copy_page, csv_page, list_page, person_page

urlpatterns = [
    path("rights/", list_page.list_requests, name="rights"),
    path("rights/<str:person>", person_page.accounting, name="rights_person"),
    path("rights/<str:person>/accounting.csv", csv_page.accounting_csv, name="rights_csv"),
    path("rights/<str:person>/request/<str:amendment>/paper", amendment_paper.amendment_paper, name="rights_paper"),
    path("rights/<str:person>/copy/<str:copy>", copy_page.own_copy, name="rights_copy"),
    path("rights/<str:person>/copy/<str:copy>/copy.json", copy_page.own_copy_json, name="rights_copy_json"),
    path("rights/<str:person>/copy/<str:copy>/file/<str:file>", copy_file.own_copy_file, name="rights_copy_file"),
]
ROUTES = dict.fromkeys(
    ("rights", "rights_person", "rights_csv", "rights_paper", "rights_copy", "rights_copy_json", "rights_copy_file"), "rights"
)
