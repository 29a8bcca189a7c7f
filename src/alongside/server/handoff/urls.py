"""The places' addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.handoff import views

urlpatterns = [
    path("places/", views.places, name="places"),
    path("places/<str:facility>", views.place, name="place"),
]
ROUTES = {"places": "facility", "place": "facility"}
