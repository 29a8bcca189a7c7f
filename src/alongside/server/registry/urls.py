"""Addresses of the registry, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.registry import searching, views

urlpatterns = [
    path("registry/", views.list_enrolled, name="registry"),
    path("registry/enroll", views.enroll, name="registry_enroll"),
    path("search/<str:incident>", searching.search, name="search"),
]
ROUTES = {"registry": "registry", "registry_enroll": "registry", "search": "search"}
