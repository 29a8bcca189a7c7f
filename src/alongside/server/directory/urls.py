"""Addresses of the directory."""

from django.urls import path

from alongside.server.directory import list_page, service_page

urlpatterns = [
    path("directory/", list_page.list_services, name="directory"),
    path("directory/<str:service>", service_page.show_service, name="directory_service"),
    path("directory/<str:service>/confirm", service_page.confirm, name="directory_confirm"),
]
ROUTES = {"directory": "directory", "directory_service": "directory", "directory_confirm": "directory"}
