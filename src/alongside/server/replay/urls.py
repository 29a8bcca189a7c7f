"""Addresses of a watched replay."""

from django.urls import path

from alongside.server.replay import views
from alongside.server.site.routes import SIGNED_IN

urlpatterns = [
    path("replay/state.json", views.state, name="replay_state"),
    path("replay/steer", views.steer, name="replay_steer"),
    path("replay/report", views.report, name="replay_report"),
]
ROUTES = {"replay_state": SIGNED_IN, "replay_steer": SIGNED_IN, "replay_report": SIGNED_IN}
