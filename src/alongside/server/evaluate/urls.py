"""Addresses of the measures."""

from django.urls import path

from alongside.server.evaluate import views

urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/contacts.csv", views.export, name="measures_export"),
    path("measures/<str:id>", views.measure, name="measure"),
]
ROUTES = {"measures": "measures", "measures_export": "measures", "measure": "measures"}
