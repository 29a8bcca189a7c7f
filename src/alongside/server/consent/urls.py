"""Addresses of consent, below the person's own page."""

from django.urls import path

from alongside.server.consent import asking_views, scan_view, views

urlpatterns = [
    path("person/<str:person>/consent", views.list_consents, name="consents"),
    path("person/<str:person>/consent/ask", asking_views.ask, name="consent_ask"),
    path("person/<str:person>/consent/turn", views.turn, name="consent_turn"),
    path("person/<str:person>/consent/<str:consent>/scan", scan_view.scan, name="consent_scan"),
    path("person/<str:person>/consent/paper", asking_views.paper, name="consent_paper"),
]
ROUTES = {"consents": "consent", "consent_ask": "consent", "consent_paper": "consent", "consent_turn": "consent", "consent_scan": "consent"}
