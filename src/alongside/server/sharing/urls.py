"""Addresses of who sees what."""

from django.urls import path

from alongside.server.sharing import views

urlpatterns = [
    path("sharing/", views.explain, name="sharing"),
    path("sharing/matrix", views.matrix, name="sharing_matrix"),
]
ROUTES = {"sharing": "sharing", "sharing_matrix": "sharing"}
