"""The roster's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.roster import sitting, views

urlpatterns = [
    path("roster/", views.roster, name="roster"),
    path("shift/", views.shift, name="shift"),
    path("shift/sit", sitting.sit, name="sit"),
]
ROUTES = {"roster": "roster", "shift": "shift_change", "sit": "shift_change"}
