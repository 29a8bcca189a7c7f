"""Addresses of records that may be about one person."""

from django.urls import path

from alongside.server.linkage import list_page, pair_page

urlpatterns = [
    path("same-person/", list_page.list_suggestions, name="linkage"),
    path("same-person/<str:suggestion>", pair_page.pair, name="linkage_pair"),
]
ROUTES = {"linkage": "linkage", "linkage_pair": "linkage"}
