"""Addresses of legal holds."""

from django.urls import path

from alongside.server.holds import hold_page

urlpatterns = [path("hold/<str:episode>", hold_page.hold, name="hold")]
ROUTES = {"hold": "hold"}
