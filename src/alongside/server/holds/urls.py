"""Addresses of legal holds."""

from django.urls import path

from alongside.server.holds import hold_page, official_page, sheet_page

urlpatterns = [
    path("hold/<str:episode>", hold_page.hold, name="hold"),
    path("hold/<str:episode>/worksheet", sheet_page.sheet, name="hold_sheet"),
    path("hold/<str:episode>/form", official_page.official, name="hold_form"),
    path("hold/<str:episode>/form.pdf", official_page.official_file, name="hold_form_file"),
]
ROUTES = {"hold": "hold", "hold_sheet": "hold", "hold_form": "hold", "hold_form_file": "hold"}
