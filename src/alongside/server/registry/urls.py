"""Addresses of the registry, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.registry import searching, views

urlpatterns = [
    path("registry/", views.list_enrolled, name="registry"),
    path("registry/enrol", views.enrol, name="registry_enrol"),
    path("search/<str:incident>", searching.search, name="search"),
]
ROUTES = {"registry": "registry", "registry_enrol": "registry", "search": "search"}
