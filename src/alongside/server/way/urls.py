"""Addresses of people's ways, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.way import list_page, one_page

urlpatterns = [
    path("way/", list_page.people, name="ways"),
    path("way/<str:episode>", one_page.one, name="way"),
]
ROUTES = {"ways": "way", "way": "way"}
