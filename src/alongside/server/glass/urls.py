"""Addresses of emergency access."""

from django.urls import path

from alongside.server.glass import list_page, open_page, turning

urlpatterns = [
    path("emergency-access/", list_page.list_glasses, name="glass"),
    path("emergency-access/waiting.json", list_page.waiting, name="glass_waiting"),
    path("emergency-access/of/<str:person>", open_page.open_record, name="glass_open"),
    path("emergency-access/of/<str:person>/turn", turning.turn, name="glass_turn"),
]
ROUTES = {"glass": "glass", "glass_waiting": "glass", "glass_open": "glass", "glass_turn": "glass"}
