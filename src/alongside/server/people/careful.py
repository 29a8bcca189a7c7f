"""What is asked of the agency's identity provider, and what is believed: no detours, and nobody else's description of themselves."""

from typing import Any

import requests

DESCRIPTION = "/.well-known/openid-configuration"
LONGEST_S = 10


class NotBelieved(requests.RequestException):
    """The provider sent us on to another address, or described another than itself."""


class CarefulSession(requests.Session):
    """Follows no redirect, and compares whom a description is of with whom it was asked for (OpenID Connect Discovery 4.3)."""

    def request(self, method: str | bytes, url: str | bytes, *args: Any, **told: Any) -> requests.Response:
        """One answer, or :class:`NotBelieved`."""
        answer = super().request(method, url, *args, **{**told, "allow_redirects": False, "timeout": LONGEST_S})
        asked = str(url)
        if answer.is_redirect:
            raise NotBelieved(f"{asked} sends us on")
        if asked.endswith(DESCRIPTION) and answer.ok and not describes_itself(asked, answer.json()):
            raise NotBelieved(f"{asked} describes another provider")
        return answer


def describes_itself(asked: str, told: Any) -> bool:
    """Whether the issuer named is the one whose address was asked."""
    issuer = told.get("issuer") if isinstance(told, dict) else None
    return isinstance(issuer, str) and issuer.rstrip("/") == asked.removesuffix(DESCRIPTION).rstrip("/")
