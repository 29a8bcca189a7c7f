"""The crew's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.field import offline, views
from alongside.server.site.routes import OPEN

urlpatterns = [
    path("field/", views.crew, name="field"),
    path("field/worker.js", offline.worker, name="field_worker"),
    path("field/offline/", offline.shell, name="field_offline"),
    path("field/map/<str:incident>.svg", views.street_map, name="field_map"),
]
ROUTES = {"field": "field", "field_map": "field", "field_worker": OPEN, "field_offline": OPEN}
