"""The address of the history page."""

from django.urls import path

from alongside.server.history import views

urlpatterns = [path("history/", views.history, name="history")]
ROUTES = {"history": "history"}
