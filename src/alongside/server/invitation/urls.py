"""Addresses of invitations. The door is open to everybody who can reach the server: opening it shows and changes nothing."""

from django.urls import path

from alongside.server.invitation import door, making
from alongside.server.site.routes import OPEN

urlpatterns = [
    path("invitations/make", making.make, name="invitation_make"),
    path("answer/<str:token>", door.door, name="invitation_door"),
]
ROUTES = {"invitation_make": "invitation", "invitation_door": OPEN}
