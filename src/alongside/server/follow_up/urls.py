"""The follow-up's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.follow_up import person_page, views

urlpatterns = [
    path("outcomes/", views.told_back, name="outcomes"),
    path("follow-up/", views.list_today, name="follow_up"),
    path("follow-up/<str:episode>", person_page.person, name="follow_up_person"),
]
ROUTES = {"outcomes": "outcomes", "follow_up": "follow_up", "follow_up_person": "follow_up"}
