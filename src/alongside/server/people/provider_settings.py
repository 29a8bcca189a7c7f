"""The agency's identity provider, in allauth's words."""

from typing import Any

from alongside.server.people.rules import Oidc

PROVIDER = "agency"  # its name in addresses: /sign-in/oidc/agency/login/


def describe_provider(oidc: Oidc | None) -> dict[str, Any]:
    """``SOCIALACCOUNT_PROVIDERS`` for one provider, or none. PKCE is always used."""
    if oidc is None:
        return {}
    app = {
        "provider_id": PROVIDER,
        "name": oidc.name,
        "client_id": oidc.client_id,
        "secret": oidc.secret,
        "settings": {"server_url": oidc.url, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
