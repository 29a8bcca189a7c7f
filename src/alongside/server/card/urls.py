"""The address of cards and plans, below the person's own page."""

from django.urls import path

from alongside.server.card import views

urlpatterns = [path("person/<str:person>/card", views.card, name="card")]
ROUTES = {"card": "person"}
