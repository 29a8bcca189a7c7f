"""Addresses of the console."""

from django.urls import path

from alongside.server.dispatch import views

urlpatterns = [
    path("dispatch/", views.console, name="dispatch"),
    path("dispatch/incident/<str:id>", views.incident, name="dispatch_incident"),
    path("area/<str:file>", views.area_file, name="area_file"),
]
ROUTES = {"dispatch": "console", "dispatch_incident": "incident", "area_file": "own"}
