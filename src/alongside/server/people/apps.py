"""The app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Staff and machine clients."""

    name = "alongside.server.people"
    label = "people"
