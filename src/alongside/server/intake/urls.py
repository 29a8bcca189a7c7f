"""Addresses of intake."""

from django.urls import path

from alongside.server.intake import views

urlpatterns = [
    path("intake/new", views.intake, name="intake_new"),
    path("intake/place", views.find_place, name="intake_place"),
    path("intake/triage", views.triage, name="intake_triage"),
    path("intake/draft", views.draft, name="intake_draft"),
    path("intake/<str:id>", views.intake, name="intake"),
]
ROUTES = {url.name: "intake" for url in urlpatterns if url.name}
