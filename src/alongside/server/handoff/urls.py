"""The places' addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.handoff import views
from alongside.server.handoff.by_invitation import invited
from alongside.server.site.invited.shows import SHOWS, Shown

urlpatterns = [
    path("places/", views.places, name="places"),
    path("places/<str:facility>", views.place, name="place"),
]
SHOWS["reservation"] = Shown("handoff/_invited.html", invited)
ROUTES = {"places": "facility", "place": "facility"}
