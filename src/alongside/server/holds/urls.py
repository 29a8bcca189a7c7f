"""Addresses of legal holds."""

from django.urls import path

from alongside.server.holds import hold_page, sheet_page

urlpatterns = [
    path("hold/<str:episode>", hold_page.hold, name="hold"),
    path("hold/<str:episode>/worksheet", sheet_page.sheet, name="hold_sheet"),
]
ROUTES = {"hold": "hold", "hold_sheet": "hold"}
