"""Addresses of a person's record, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.person import asking_who, keeping, views

urlpatterns = [
    path("person/draft", keeping.draft, name="person_draft"),
    path("person/who/<str:episode>", asking_who.who, name="person_who"),
    path("person/<str:person>", views.record, name="person"),
]
ROUTES = {"person_draft": "person", "person_who": "person", "person": "person"}
