"""The crew's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.field import views

urlpatterns = [
    path("field/", views.crew, name="field"),
    path("field/map/<str:incident>.svg", views.street_map, name="field_map"),
]
ROUTES = {"field": "field", "field_map": "field"}
