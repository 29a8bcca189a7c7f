"""Every URL Django answers. Stages bring their own: ``server/<stage>/urls.py`` with ``urlpatterns`` and ``ROUTES``."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from alongside.server.exchange.api import api
from alongside.server.exchange.docs import docs
from alongside.server.people import relieving, signing_in, signing_out
from alongside.server.site import pages
from alongside.server.site.routes import ROUTES

STAGES = (
    "dispatch",
    "intake",
    "field",
    "handoff",
    "follow_up",
    "cases",
    "card",
    "person",
    "evaluate",
    "history",
    "roster",
    "replay",
    "sharing",
    "custodian",
    "audit",
    "glass",
    "rights",
    "supervised",
    "people",
    "consent",
    "registry",
    "directory",
    "referral",
    "invitation",
    "holds",
    "plan",
    "linkage",
    "policy",
    "way",
    "threat",
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("sign-in", signing_in.sign_in, name="sign_in"),
    path("sign-out", signing_out.sign_out, name="sign_out"),
    path("language", pages.set_language, name="set_language"),
    path("seat", relieving.relieve, name="seat"),
    path("health", pages.health, name="health"),
    path("api/docs", docs, name="api_docs"),
    path("api/", api.urls),
]
for stage in STAGES:
    if find_spec(f"alongside.server.{stage}") and find_spec(f"alongside.server.{stage}.urls"):
        module = import_module(f"alongside.server.{stage}.urls")
        urlpatterns.append(path("", include(module)))
        ROUTES.update(module.ROUTES)

handler400 = "alongside.server.site.pages.not_understood"
handler403 = "alongside.server.site.pages.not_allowed"
handler404 = "alongside.server.site.pages.not_found"
handler500 = "alongside.server.site.pages.failed"
