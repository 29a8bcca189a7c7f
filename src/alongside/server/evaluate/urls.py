"""Addresses of the measures."""

from django.urls import path

from alongside.server.evaluate import places, views

urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/contacts.csv", views.export, name="measures_export"),
    path("measures/places", places.places_measured, name="places_measured"),
    path("measures/<str:id>", views.measure, name="measure"),
]
ROUTES = {"measures": "measures", "measures_export": "measures", "places_measured": "measures", "measure": "measures"}
