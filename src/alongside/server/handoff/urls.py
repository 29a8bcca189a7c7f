"""The places' addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.handoff import packet_page, views
from alongside.server.handoff.by_invitation import invited
from alongside.server.site.invited.shows import SHOWS, Shown

urlpatterns = [
    path("places/", views.places, name="places"),
    path("places/<str:facility>", views.place, name="place"),
    path("packet/<str:episode>", packet_page.packet, name="packet"),
    path("packet/<str:episode>/cover", packet_page.cover, name="packet_cover"),
]
SHOWS["reservation"] = Shown("handoff/_invited.html", invited)
ROUTES = {"places": "facility", "place": "facility", "packet": "facility", "packet_cover": "incident"}
