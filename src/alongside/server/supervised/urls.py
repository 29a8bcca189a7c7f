"""The address of what waits for a signature, and who may open it."""

from django.urls import path

from alongside.server.supervised import views

urlpatterns = [path("to-sign/", views.to_sign, name="to_sign")]
ROUTES = {"to_sign": "to_sign"}
