"""Addresses of threat management, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.threat import list_page, new_page, one_page

urlpatterns = [
    path("threats/", list_page.mine, name="threats"),
    path("threats/new", new_page.new, name="threat_new"),
    path("threats/of/<str:person>", new_page.about, name="threat_about"),
    path("threats/<str:threat>", one_page.one, name="threat"),
]
ROUTES = {"threats": "threat", "threat_new": "threat", "threat_about": "threat", "threat": "threat"}
