"""The app of base templates and tags."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Templates, tags, static files."""

    name = "alongside.server.site"
    label = "site"
