"""Addresses of intake."""

from django.urls import path

from alongside.server.intake import looking_up, views

urlpatterns = [
    path("intake/new", views.intake, name="intake_new"),
    path("intake/place", looking_up.find_place, name="intake_place"),
    path("intake/triage", looking_up.triage, name="intake_triage"),
    path("intake/draft", views.draft, name="intake_draft"),
    path("intake/<str:id>", views.intake, name="intake"),
]
ROUTES = {url.name: "intake" for url in urlpatterns if url.name}
