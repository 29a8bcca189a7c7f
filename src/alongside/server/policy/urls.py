"""Addresses of what the agency works by."""

from django.urls import path

from alongside.server.policy import list_page, new_page, one_page

urlpatterns = [
    path("policy/", list_page.policies, name="policy"),
    path("policy/new", new_page.new_policy, name="policy_new"),
    path("policy/<str:policy>", one_page.policy, name="policy_one"),
]
ROUTES = dict.fromkeys((one.name for one in urlpatterns), "policy")
